import { Module } from '@nestjs/common';
import { SectorOpinionsController } from '../opinions/voices/sector-opinions.controller.js';
import { SectorOpinionsService } from '../opinions/voices/sector-opinions.service.js';
import { SectorVoicesController } from '../opinions/voices/sector-voices.controller.js';
import { VoiceActionsController } from '../opinions/voices/voice-actions.controller.js';
import { VoiceAnswersService } from '../opinions/voices/voice-answers.service.js';
import { VoiceIntakeService } from '../opinions/voices/voice-intake.service.js';
import { VoiceViewsService } from '../opinions/voices/voice-views.service.js';
import { VoicesService } from '../opinions/voices/voices.service.js';
import { DeskNotesService } from './desk-notes.service.js';
import { DeskPresencesService } from './desk-presences.service.js';
import { DeskSubmissionsController } from './desk-submissions.controller.js';
import { IntakeController } from './intake.controller.js';
import { IntakeService } from './intake.service.js';
import { SavedFiltersController } from './saved-filters.controller.js';
import { SavedFiltersService } from './saved-filters.service.js';

/** The receiving desks' own work: the queue, who has what in hand, notes among colleagues, kept filters. */
@Module({
  controllers: [
    IntakeController,
    DeskSubmissionsController,
    SavedFiltersController,
    SectorVoicesController,
    VoiceActionsController,
    SectorOpinionsController,
  ],
  providers: [
    IntakeService,
    DeskNotesService,
    DeskPresencesService,
    SavedFiltersService,
    VoicesService,
    VoiceAnswersService,
    VoiceIntakeService,
    VoiceViewsService,
    SectorOpinionsService,
  ],
})
export class DeskModule {}
