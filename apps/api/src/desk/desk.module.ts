import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { DeskColleagues } from './desk-colleagues.js';
import { DeskNotesService } from './desk-notes.service.js';
import { DeskPresencesService } from './desk-presences.service.js';
import { DeskSubmissionsController } from './desk-submissions.controller.js';
import { IntakeController } from './intake.controller.js';
import { IntakeService } from './intake.service.js';
import { SavedFiltersController } from './saved-filters.controller.js';
import { SavedFiltersService } from './saved-filters.service.js';

/** The receiving desks' own work: the queue, who has what in hand, notes among colleagues, kept filters. */
@Module({
  imports: [DirectoryModule, IdentityModule, NoticesModule, OpinionsModule],
  controllers: [IntakeController, DeskSubmissionsController, SavedFiltersController],
  providers: [IntakeService, DeskColleagues, DeskNotesService, DeskPresencesService, SavedFiltersService],
})
export class DeskModule {}
