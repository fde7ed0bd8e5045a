import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { ApiPage } from '../../platform/http/page-response.js';
import { ReceivedFeedback } from './feedback.dto.js';
import { mayReceiveFeedback } from './outcomes.policy.js';
import { ReceivedFeedbacksService } from './received-feedbacks.service.js';

/** The member's side of adoption feedback. */
@ApiTags('outcomes')
@Controller('feedbacks')
@RequireAbility(mayReceiveFeedback)
export class ReceivedFeedbacksController {
  constructor(private readonly feedbacks: ReceivedFeedbacksService) {}

  /** What the member was told, newest first. */
  @Get()
  @ApiPage(ReceivedFeedback)
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<ReceivedFeedback>> {
    return this.feedbacks.list(actor, query);
  }

  /** One of them. @throws {Problem} 404 when it is not one's own. */
  @Get(':id')
  @ApiOkResponse({ type: ReceivedFeedback })
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReceivedFeedback> {
    return this.feedbacks.show(actor, id);
  }

  /** Marks one as read; a second time changes nothing. @throws {Problem} 404 when it is not one's own. */
  @Post(':id/read')
  @HttpCode(200)
  @ApiOkResponse({ type: ReceivedFeedback })
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReceivedFeedback> {
    return this.feedbacks.read(actor, id);
  }
}
