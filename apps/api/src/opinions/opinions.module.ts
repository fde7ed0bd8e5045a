import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { CosigningService } from './cosigning.service.js';
import { DraftingService } from './drafting.service.js';
import { HandingInService } from './handing-in.service.js';
import { IntakeAssignments } from './intake/intake-assignments.js';
import { IntakeDeadlines } from './intake/intake-deadlines.js';
import { IntakeQueue } from './intake/intake-queue.js';
import { OpinionAccess } from './opinion-access.js';
import { OpinionActionsController } from './opinion-actions.controller.js';
import { OpinionChanges } from './opinion-changes.js';
import { OpinionDesks } from './opinion-desks.js';
import { OpinionIndex } from './opinion-index.js';
import { OpinionIntakeService } from './opinion-intake.service.js';
import { OpinionListsService } from './opinion-lists.service.js';
import { OpinionMerging } from './opinion-merging.js';
import { OpinionNotices } from './opinion-notices.js';
import { OpinionNumbers } from './opinion-numbers.js';
import { OpinionRevisionsService } from './opinion-revisions.service.js';
import { OpinionSources } from './opinion-sources.js';
import { OpinionViewsService } from './opinion-views.service.js';
import { OpinionsController } from './opinions.controller.js';
import { Recognitions } from './recognitions.js';
import { SimilarOpinionsService } from './similar-opinions.service.js';
import { SourceableLettersController } from './sourceable-letters.controller.js';
import { SubmissionAccess } from './submission-access.js';
import { SubmissionContents } from './submission-contents.js';
import { SubmissionMoves } from './submission-moves.js';
import { SubmissionReindexing } from './submission-reindexing.js';
import { SubmissionSummaries } from './submission-summaries.js';
import { SubmissionTree } from './submission-tree.js';
import { Submissions } from './submissions.service.js';
import { SectorOpinionsController } from './voices/sector-opinions.controller.js';
import { SectorOpinionsService } from './voices/sector-opinions.service.js';
import { SectorVoicesController } from './voices/sector-voices.controller.js';
import { VoiceActionsController } from './voices/voice-actions.controller.js';
import { VoiceAnswersService } from './voices/voice-answers.service.js';
import { VoiceChanges } from './voices/voice-changes.js';
import { VoiceContributions } from './voices/voice-contributions.js';
import { VoiceDeadlines } from './voices/voice-deadlines.js';
import { VoiceIndex } from './voices/voice-index.js';
import { VoiceIntakeService } from './voices/voice-intake.service.js';
import { VoiceListsService } from './voices/voice-lists.service.js';
import { VoiceNotices } from './voices/voice-notices.js';
import { VoiceViewsService } from './voices/voice-views.service.js';
import { VoicesService } from './voices/voices.service.js';

/** Opinions from the first word to acceptance, and what later features need of them (Art. 5, 12, 17–19, 22). */
@Module({
  imports: [DirectoryModule, IdentityModule, MailboxModule, NoticesModule],
  controllers: [
    OpinionsController,
    OpinionActionsController,
    SourceableLettersController,
    SectorVoicesController,
    VoiceActionsController,
    SectorOpinionsController,
  ],
  providers: [
    OpinionAccess,
    OpinionChanges,
    OpinionDesks,
    OpinionIndex,
    OpinionNotices,
    SubmissionAccess,
    SubmissionContents,
    SubmissionMoves,
    SubmissionReindexing,
    SubmissionSummaries,
    SubmissionTree,
    DraftingService,
    OpinionSources,
    CosigningService,
    HandingInService,
    OpinionIntakeService,
    OpinionMerging,
    OpinionNumbers,
    Recognitions,
    OpinionRevisionsService,
    OpinionViewsService,
    OpinionListsService,
    SimilarOpinionsService,
    Submissions,
    VoiceChanges,
    VoiceContributions,
    VoiceNotices,
    VoiceDeadlines,
    VoiceIndex,
    VoiceListsService,
    VoicesService,
    VoiceAnswersService,
    VoiceIntakeService,
    VoiceViewsService,
    SectorOpinionsService,
    IntakeDeadlines,
    IntakeAssignments,
    IntakeQueue,
  ],
  exports: [
    DraftingService,
    CosigningService,
    HandingInService,
    OpinionIntakeService,
    OpinionMerging,
    OpinionNumbers,
    Recognitions,
    Submissions,
    OpinionViewsService,
    VoicesService,
    VoiceAnswersService,
    VoiceIntakeService,
    VoiceViewsService,
    SectorOpinionsService,
    IntakeDeadlines,
    IntakeAssignments,
    IntakeQueue,
  ],
})
export class OpinionsModule {}
