import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type Replacements } from './platform/platform.module.js';
import type { Settings } from './platform/settings/settings.js';
import { schema } from './schema.js';
import { WechatModule } from './wechat/wechat.module.js';

/** The whole API: the foundation and the features, in the order of a letter's journey. */
@Module({})
export class AppModule {
  /** The application for these settings. */
  static with(settings: Settings, replacements: Replacements = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(settings, schema, replacements), WechatModule],
    };
  }
}
