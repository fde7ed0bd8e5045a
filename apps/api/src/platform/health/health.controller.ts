import { Controller, Get, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { anybody, RequireAbility } from '../abilities/ability.js';
import { Database } from '../database/database.js';
import { Problem } from '../problems/problem.js';

/** Answer of the health routes. */
export class Health {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

/** For load balancers and supervisors. */
@ApiTags('health')
@Controller({ path: 'health', version: VERSION_NEUTRAL })
@RequireAbility(anybody)
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process runs. */
  @Get('live')
  @ApiOkResponse({ type: Health })
  live(): Health {
    return { status: 'ok' };
  }

  /** The process can serve: its database answers. @throws {Problem} 503 when it does not. */
  @Get('ready')
  @ApiOkResponse({ type: Health })
  async ready(): Promise<Health> {
    try {
      await this.database.read.query('SELECT 1');
    } catch {
      throw new Problem({ status: 503, code: 'database_unavailable', detail: '数据库暂时连接不上，请稍后重试。' });
    }
    return { status: 'ok' };
  }
}
