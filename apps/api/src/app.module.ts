import { type DynamicModule, Module } from '@nestjs/common';
import { DeliberationModule } from './deliberation/deliberation.module.js';
import { OutcomesModule } from './deliberation/outcomes/outcomes.module.js';
import { DeskModule } from './desk/desk.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { MailboxModule } from './mailbox/mailbox.module.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { OpinionsModule } from './opinions/opinions.module.js';
import { PhotosModule } from './photos/photos.module.js';
import { PlatformModule, type Replacements } from './platform/platform.module.js';
import type { Settings } from './platform/settings/settings.js';
import { schema } from './schema.js';
import { SearchModule } from './search/search.module.js';
import { WechatModule } from './wechat/wechat.module.js';

/** The whole API: the foundation and the features, in the order of a letter's journey. */
@Module({})
export class AppModule {
  /** The application for these settings. */
  static with(settings: Settings, replacements: Replacements = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings, schema, replacements),
        IdentityModule,
        DirectoryModule,
        PhotosModule,
        WechatModule,
        NoticesModule,
        ModerationModule,
        MailboxModule,
        OpinionsModule,
        DeliberationModule,
        OutcomesModule,
        DeskModule,
        SearchModule,
        FiguresModule,
      ],
    };
  }
}
