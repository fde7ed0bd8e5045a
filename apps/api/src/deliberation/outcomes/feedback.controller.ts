import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import { ApiPage } from '../../platform/http/page-response.js';
import { Idempotent } from '../../platform/idempotency/idempotency.interceptor.js';
import { DigestFeedback, FeedbackBoardQuery, FeedbackBoardRow, SendFeedback, WordFeedback } from './feedback.dto.js';
import { FeedbackBoardService } from './feedback-board.service.js';
import { FeedbackSendingService } from './feedback-sending.service.js';
import { FeedbackViewsService } from './feedback-views.service.js';
import { maySendFeedback } from './outcomes.policy.js';

/** The office's side of adoption feedback (Art. 19). */
@ApiTags('outcomes')
@Controller()
@RequireAbility(maySendFeedback)
export class FeedbackController {
  constructor(
    private readonly views: FeedbackViewsService,
    private readonly sending: FeedbackSendingService,
    private readonly board: FeedbackBoardService,
  ) {}

  /** The feedback of a digest, item by item. @throws {Problem} 404. */
  @Get('digests/:id/feedback')
  @ApiOkResponse({ type: DigestFeedback })
  show(@Param('id', ParseUUIDPipe) id: string): Promise<DigestFeedback> {
    return this.views.ofDigest(id);
  }

  /** Edits the words of one item's feedback. @throws {Problem} 404, 409. */
  @Patch('digests/:id/items/:itemId/feedback-text')
  @ApiOkResponse({ type: DigestFeedback })
  async word(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() body: WordFeedback,
  ): Promise<DigestFeedback> {
    await this.sending.word(actor, id, itemId, body);
    return this.views.ofDigest(id);
  }

  /**
   * Tells every member behind every item, with one press; the relays to the constituents become ready. Again after a correction, it
   * tells what was corrected. @throws {Problem} 404, 409 for a stale version or when there is nothing to send.
   */
  @Post('digests/:id/feedback')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: DigestFeedback })
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SendFeedback,
  ): Promise<DigestFeedback> {
    await this.sending.send(actor, id, body);
    return this.views.ofDigest(id);
  }

  /** Digests that are decided: with something that was not fed back, the earliest due first; or all fed back, the latest first. */
  @Get('desk/feedback-board')
  @ApiPage(FeedbackBoardRow)
  list(@Query() query: FeedbackBoardQuery): Promise<Page<FeedbackBoardRow>> {
    return this.board.list(query);
  }
}
