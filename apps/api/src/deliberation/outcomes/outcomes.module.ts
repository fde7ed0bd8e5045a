import { Module } from '@nestjs/common';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackBoardService } from './feedback-board.service.js';
import { FeedbackSendingService } from './feedback-sending.service.js';
import { FeedbackViewsService } from './feedback-views.service.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsService } from './follow-ups.service.js';
import { HeardService } from './heard.service.js';
import { LetterOutcomes } from './letter-outcomes.service.js';
import { OnwardController } from './onward.controller.js';
import { OnwardService } from './onward.service.js';
import { OutcomeController } from './outcome.controller.js';
import { OutcomeService } from './outcome.service.js';
import { ReceivedFeedbacksController } from './received-feedbacks.controller.js';
import { ReceivedFeedbacksService } from './received-feedbacks.service.js';
import { RelayBoardController } from './relay-board.controller.js';
import { RelayBoardService } from './relay-board.service.js';
import { RelaySendingService } from './relay-sending.service.js';
import { RelaysController } from './relays.controller.js';
import { RelaysService } from './relays.service.js';

/** The way back: adoption feedback to the members, relays to the constituents, follow-ups, and whether people felt heard (Art. 19). */
@Module({
  controllers: [
    FeedbackController,
    ReceivedFeedbacksController,
    RelaysController,
    RelayBoardController,
    FollowUpsController,
    OutcomeController,
    OnwardController,
  ],
  providers: [
    FeedbackViewsService,
    FeedbackSendingService,
    FeedbackBoardService,
    ReceivedFeedbacksService,
    RelaysService,
    RelaySendingService,
    RelayBoardService,
    FollowUpsService,
    OutcomeService,
    OnwardService,
    HeardService,
    LetterOutcomes,
  ],
  exports: [LetterOutcomes],
})
export class OutcomesModule {}
