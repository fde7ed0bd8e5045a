import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { PhotosModule } from '../photos/photos.module.js';
import { AnswerFigures } from './answer-figures.js';
import { AnswerTemplatesController } from './answer-templates/answer-templates.controller.js';
import { AnswerTemplatesService } from './answer-templates/answer-templates.service.js';
import { ChannelsController } from './channels/channels.controller.js';
import { ChannelsService } from './channels/channels.service.js';
import { CheckedMessages } from './checked-messages.js';
import { Deadlines } from './deadlines/deadlines.js';
import { PlannedMessages } from './deadlines/planned-messages.js';
import { InboxService } from './inbox.service.js';
import { LetterActionsController } from './letter-actions.controller.js';
import { LetterChanges } from './letter-changes.js';
import { LetterListsService } from './letter-lists.service.js';
import { LetterMessages } from './letter-messages.js';
import { LetterNotices } from './letter-notices.js';
import { LetterNumbers } from './letter-numbers.js';
import { LetterRecordsService } from './letter-records.service.js';
import { LetterRelaysService } from './letter-relays.service.js';
import { LetterSourcesService } from './letter-sources.service.js';
import { LetterTransfers } from './letter-transfers.js';
import { LetterViewsService } from './letter-views.service.js';
import { LetterWritingService } from './letter-writing.service.js';
import { LettersController } from './letters.controller.js';
import { MailboxController } from './mailbox.controller.js';
import { MemberActionsService } from './member-actions.service.js';
import { OverdueController } from './overdue/overdue.controller.js';
import { OverdueService } from './overdue/overdue.service.js';
import { PublishedAnswersController } from './published-answers/published-answers.controller.js';
import { PublishedAnswersService } from './published-answers/published-answers.service.js';
import { WriterActionsService } from './writer-actions.service.js';

/** The online mailbox: letters from writing to closing (Art. 14). */
@Module({
  imports: [DirectoryModule, IdentityModule, ModerationModule, NoticesModule, PhotosModule],
  controllers: [
    LettersController,
    LetterActionsController,
    MailboxController,
    AnswerTemplatesController,
    ChannelsController,
    PublishedAnswersController,
    OverdueController,
  ],
  providers: [
    LetterWritingService,
    LetterNumbers,
    LetterChanges,
    LetterMessages,
    LetterTransfers,
    LetterNotices,
    CheckedMessages,
    LetterViewsService,
    LetterListsService,
    InboxService,
    MemberActionsService,
    WriterActionsService,
    Deadlines,
    PlannedMessages,
    AnswerFigures,
    AnswerTemplatesService,
    ChannelsService,
    PublishedAnswersService,
    OverdueService,
    LetterSourcesService,
    LetterRecordsService,
    LetterRelaysService,
  ],
  exports: [
    LetterWritingService,
    MemberActionsService,
    WriterActionsService,
    LetterViewsService,
    ChannelsService,
    AnswerTemplatesService,
    PublishedAnswersService,
    LetterSourcesService,
    LetterRecordsService,
    LetterRelaysService,
    Deadlines,
  ],
})
export class MailboxModule {}
