import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { DecisionRecordingService } from './decision-recording.service.js';
import { DecisionSigning } from './decision-signing.js';
import { Decisions } from './decisions.service.js';
import { DigestBriefs } from './digest-briefs.service.js';
import { DigestChanges } from './digest-changes.js';
import { DigestFeedback } from './digest-feedback.js';
import { DigestFilesController } from './digest-files.controller.js';
import { DigestFilesService } from './digest-files.service.js';
import { DigestHeads } from './digest-heads.js';
import { DigestItemsController } from './digest-items.controller.js';
import { DigestItemsService } from './digest-items.service.js';
import { DigestListsService } from './digest-lists.service.js';
import { DigestNotices } from './digest-notices.js';
import { DigestNumbers } from './digest-numbers.js';
import { DigestReading } from './digest-reading.js';
import { DigestRemarksController } from './digest-remarks.controller.js';
import { DigestSearch } from './digest-search.js';
import { DigestTallies } from './digest-tallies.js';
import { DigestViewsService } from './digest-views.service.js';
import { DigestsController } from './digests.controller.js';
import { DigestsService } from './digests.service.js';
import { RemarksService } from './remarks.service.js';

/** Digests for the chairpersons' meeting and what it decides (Art. 18, 19, 22). */
@Module({
  imports: [DirectoryModule, IdentityModule, NoticesModule, MailboxModule, OpinionsModule],
  controllers: [DigestsController, DigestItemsController, DigestRemarksController, DigestFilesController],
  providers: [
    DigestsService,
    DigestItemsService,
    DigestListsService,
    DigestViewsService,
    DecisionRecordingService,
    DecisionSigning,
    Decisions,
    DigestBriefs,
    DigestChanges,
    DigestFeedback,
    DigestHeads,
    DigestNotices,
    DigestNumbers,
    DigestReading,
    DigestSearch,
    DigestTallies,
    RemarksService,
    DigestFilesService,
  ],
  exports: [
    Decisions,
    DigestFeedback,
    DigestReading,
    DigestBriefs,
    DigestTallies,
    DigestsService,
    DigestItemsService,
    DigestListsService,
    DigestViewsService,
    RemarksService,
    DecisionRecordingService,
  ],
})
export class DeliberationModule {}
