import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiPage } from '../platform/http/page-response.js';
import { OpinionSources } from './opinion-sources.js';
import { SourceableLettersQuery } from './opinions.dto.js';
import { mayDraftOpinions } from './opinions.policy.js';
import { SourceableLetterText, SourceableLetterView } from './sourceable-letters.views.js';

/** Letters of the own mailbox that an opinion may be drawn from. */
@ApiTags('opinions')
@Controller('sourceable-letters')
@RequireAbility(mayDraftOpinions)
export class SourceableLettersController {
  constructor(private readonly sources: OpinionSources) {}

  /** One page, latest activity first. */
  @Get()
  @ApiPage(SourceableLetterView)
  list(@CurrentActor() actor: Actor, @Query() query: SourceableLettersQuery): Promise<Page<SourceableLetterView>> {
    return this.sources.offer(actor, query);
  }

  /** One of them with all that its writer said, to choose a passage from. @throws {Problem} 404 when it is not in the own mailbox. */
  @Get(':id')
  @ApiOkResponse({ type: SourceableLetterText })
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SourceableLetterText> {
    return this.sources.offered(actor, id);
  }
}
