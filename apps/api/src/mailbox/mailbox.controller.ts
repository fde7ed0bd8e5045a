import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiPage } from '../platform/http/page-response.js';
import { InboxQuery, MailboxCounts } from './inbox.dto.js';
import { InboxService } from './inbox.service.js';
import { mayUseMailbox } from './letters.policy.js';
import { MailboxLetter } from './letters.views.js';

/** A member's online mailbox (Art. 14). */
@ApiTags('mailbox')
@Controller('mailbox')
@RequireAbility(mayUseMailbox)
export class MailboxController {
  constructor(private readonly inbox: InboxService) {}

  /** Letters of a box. What must be answered comes earliest due first, everything else latest activity first. */
  @Get('letters')
  @ApiPage(MailboxLetter)
  letters(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<Page<MailboxLetter>> {
    return this.inbox.list(actor, query);
  }

  /** How many letters each box holds. */
  @Get('counts')
  @ApiOkResponse({ type: MailboxCounts })
  counts(@CurrentActor() actor: Actor): Promise<MailboxCounts> {
    return this.inbox.counts(actor);
  }
}
