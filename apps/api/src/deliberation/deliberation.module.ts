import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { DecisionRecordingService } from './decision-recording.service.js';
import { Decisions } from './decisions.service.js';
import { DigestFilesController } from './digest-files.controller.js';
import { DigestFilesService } from './digest-files.service.js';
import { DigestItemsController } from './digest-items.controller.js';
import { DigestItemsService } from './digest-items.service.js';
import { DigestListsService } from './digest-lists.service.js';
import { DigestRemarksController } from './digest-remarks.controller.js';
import { DigestViewsService } from './digest-views.service.js';
import { DigestsController } from './digests.controller.js';
import { DigestsService } from './digests.service.js';
import { RemarksService } from './remarks.service.js';

/** Digests for the chairpersons' meeting and what it decides (Art. 18, 19, 22). */
@Module({
  imports: [DirectoryModule, IdentityModule, NoticesModule],
  controllers: [DigestsController, DigestItemsController, DigestRemarksController, DigestFilesController],
  providers: [
    DigestsService,
    DigestItemsService,
    DigestListsService,
    DigestViewsService,
    DecisionRecordingService,
    Decisions,
    RemarksService,
    DigestFilesService,
  ],
  exports: [Decisions],
})
export class DeliberationModule {}
