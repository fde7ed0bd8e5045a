import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { MailboxModule } from '../../mailbox/mailbox.module.js';
import { NoticesModule } from '../../notices/notices.module.js';
import { OpinionsModule } from '../../opinions/opinions.module.js';
import { PhotosModule } from '../../photos/photos.module.js';
import { DeliberationModule } from '../deliberation.module.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackBoardService } from './feedback-board.service.js';
import { FeedbackSendingService } from './feedback-sending.service.js';
import { FeedbackViewsService } from './feedback-views.service.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsService } from './follow-ups.service.js';
import { HeardService } from './heard.service.js';
import { HeardQuestion } from './heard-question.js';
import { LetterMatters } from './letter-matters.js';
import { LetterOutcomes } from './letter-outcomes.service.js';
import { OnwardController } from './onward.controller.js';
import { OnwardService } from './onward.service.js';
import { OutcomeController } from './outcome.controller.js';
import { OutcomeService } from './outcome.service.js';
import { OutcomeItems } from './outcome-items.js';
import { OutcomeNotices } from './outcome-notices.js';
import { ReceivedFeedbacksController } from './received-feedbacks.controller.js';
import { ReceivedFeedbacksService } from './received-feedbacks.service.js';
import { RelayBoardController } from './relay-board.controller.js';
import { RelayBoardService } from './relay-board.service.js';
import { RelayChanges } from './relay-changes.js';
import { RelayCompletion } from './relay-completion.js';
import { RelayMaking } from './relay-making.js';
import { RelayReminders } from './relay-reminders.js';
import { RelaySendingService } from './relay-sending.service.js';
import { RelaysController } from './relays.controller.js';
import { RelaysService } from './relays.service.js';
import { ResponsibleItems } from './responsible-items.js';

/** The way back: adoption feedback to the members, relays to the constituents, follow-ups, and whether people felt heard (Art. 19). */
@Module({
  imports: [
    DirectoryModule,
    IdentityModule,
    MailboxModule,
    NoticesModule,
    PhotosModule,
    OpinionsModule,
    DeliberationModule,
  ],
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
    ResponsibleItems,
    RelayReminders,
    RelayMaking,
    RelayCompletion,
    RelayChanges,
    OutcomeNotices,
    OutcomeItems,
    LetterMatters,
    HeardQuestion,
    LetterOutcomes,
  ],
  exports: [
    LetterOutcomes,
    FeedbackSendingService,
    RelaysService,
    RelaySendingService,
    RelayBoardService,
    FollowUpsService,
    OnwardService,
    HeardService,
  ],
})
export class OutcomesModule {}
