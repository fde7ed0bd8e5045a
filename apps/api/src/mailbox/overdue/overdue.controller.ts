import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import type { Page } from '../../platform/database/keyset.js';
import { ApiPage } from '../../platform/http/page-response.js';
import { maySeeOverdue } from '../letters.policy.js';
import { OverdueCounts, OverdueLetter, OverdueQuery } from './overdue.dto.js';
import { OverdueService } from './overdue.service.js';

/** The desk of overdue letters. */
@ApiTags('mailbox')
@Controller('desk')
@RequireAbility(maySeeOverdue)
export class OverdueController {
  constructor(private readonly overdue: OverdueService) {}

  /** Overdue letters, the longest overdue first. */
  @Get('overdue-letters')
  @ApiPage(OverdueLetter)
  list(@Query() query: OverdueQuery): Promise<Page<OverdueLetter>> {
    return this.overdue.list(query);
  }

  /** How many letters are overdue, by sector. */
  @Get('overdue-counts')
  @ApiOkResponse({ type: OverdueCounts })
  counts(): Promise<OverdueCounts> {
    return this.overdue.counts();
  }
}
