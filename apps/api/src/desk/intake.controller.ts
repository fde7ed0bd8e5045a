import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { XLSX_TYPE } from '../directory/roster-sheet.js';
import { mayUseDesk } from '../opinions/intake/intake.policy.js';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiItems, ApiPage } from '../platform/http/page-response.js';
import { DeskColleague, IntakeCounts, IntakeItem, IntakeQuery } from './intake.dto.js';
import { IntakeService } from './intake.service.js';

/** What has been handed in to the desks at which one sits: the office, a special committee, a sector's group. */
@ApiTags('desk')
@Controller('desk')
@RequireAbility(mayUseDesk)
export class IntakeController {
  constructor(private readonly intake: IntakeService) {}

  /** A box of the queue. What waits comes longest waiting first; `all` comes latest first. */
  @Get('intake')
  @ApiPage(IntakeItem)
  list(@CurrentActor() actor: Actor, @Query() query: IntakeQuery): Promise<Page<IntakeItem>> {
    return this.intake.list(actor, query);
  }

  /** How many submissions wait in each box. */
  @Get('intake/counts')
  @ApiOkResponse({ type: IntakeCounts })
  counts(@CurrentActor() actor: Actor): Promise<IntakeCounts> {
    return this.intake.counts(actor);
  }

  /** A box with its filters as an Excel file, at most 5,000 rows. */
  @Get('intake/export')
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() query: IntakeQuery): Promise<StreamableFile> {
    const { bytes, name } = await this.intake.export(actor, query);
    return new StreamableFile(bytes, {
      type: XLSX_TYPE,
      length: bytes.length,
      disposition: `attachment; filename="intake.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  /** Everybody who sits at the same desks, oneself first. */
  @Get('colleagues')
  @ApiItems(DeskColleague)
  async colleagues(@CurrentActor() actor: Actor): Promise<{ items: DeskColleague[] }> {
    return { items: await this.intake.colleagues(actor) };
  }
}
