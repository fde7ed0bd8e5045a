import { type DynamicModule, Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { DeliberationModule } from '../deliberation/deliberation.module.js';
import { OutcomesModule } from '../deliberation/outcomes/outcomes.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { PhotosModule } from '../photos/photos.module.js';
import type { Settings } from '../platform/settings/settings.js';
import { CommunityFounder } from './community.js';
import { Demonstration } from './demonstration.js';
import type { DemonstrationClock } from './demonstration-clock.js';
import { LetterPlayer } from './letter-player.js';
import { MeetingPlayer } from './meeting-player.js';
import { OfficeContent } from './office-content.js';
import { OpinionPlayer } from './opinion-player.js';
import { OutcomePlayer } from './outcome-player.js';
import { VoicePlayer } from './voice-player.js';

/** The whole product with what makes demonstration data, on a clock that can be moved. It serves no requests. */
@Module({})
export class DemonstrationModule {
  /** The module for these settings and this clock. */
  static with(settings: Settings, clock: DemonstrationClock): DynamicModule {
    return {
      module: DemonstrationModule,
      imports: [
        AppModule.with(settings, { clock }),
        DirectoryModule,
        IdentityModule,
        MailboxModule,
        ModerationModule,
        NoticesModule,
        PhotosModule,
        OpinionsModule,
        DeliberationModule,
        OutcomesModule,
      ],
      providers: [
        CommunityFounder,
        OfficeContent,
        LetterPlayer,
        OpinionPlayer,
        VoicePlayer,
        MeetingPlayer,
        OutcomePlayer,
        Demonstration,
      ],
    };
  }
}
