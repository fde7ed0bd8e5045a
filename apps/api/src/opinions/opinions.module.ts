import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { CosigningService } from './cosigning.service.js';
import { DraftingService } from './drafting.service.js';
import { HandingInService } from './handing-in.service.js';
import { IntakeQueue } from './intake/intake-queue.js';
import { OpinionActionsController } from './opinion-actions.controller.js';
import { OpinionIntakeService } from './opinion-intake.service.js';
import { OpinionListsService } from './opinion-lists.service.js';
import { OpinionMerging } from './opinion-merging.js';
import { OpinionNumbers } from './opinion-numbers.js';
import { OpinionRevisionsService } from './opinion-revisions.service.js';
import { OpinionSources } from './opinion-sources.js';
import { OpinionViewsService } from './opinion-views.service.js';
import { OpinionsController } from './opinions.controller.js';
import { Recognitions } from './recognitions.js';
import { SimilarOpinionsService } from './similar-opinions.service.js';
import { SourceableLettersController } from './sourceable-letters.controller.js';
import { Submissions } from './submissions.service.js';
import { SectorOpinionsController } from './voices/sector-opinions.controller.js';
import { SectorOpinionsService } from './voices/sector-opinions.service.js';
import { SectorVoicesController } from './voices/sector-voices.controller.js';
import { VoiceActionsController } from './voices/voice-actions.controller.js';
import { VoiceAnswersService } from './voices/voice-answers.service.js';
import { VoiceChanges } from './voices/voice-changes.js';
import { VoiceIntakeService } from './voices/voice-intake.service.js';
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
    VoicesService,
    VoiceAnswersService,
    VoiceIntakeService,
    VoiceViewsService,
    SectorOpinionsService,
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
    VoicesService,
    VoiceAnswersService,
    VoiceIntakeService,
    IntakeQueue,
  ],
})
export class OpinionsModule {}
