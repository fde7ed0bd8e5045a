import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { PhotosModule } from '../photos/photos.module.js';
import { WechatModule } from '../wechat/wechat.module.js';
import { CheckedContentsPurge } from './checked-contents-purge.js';
import { ContentCheckHandler } from './content-check.handler.js';
import { ContentChecks } from './content-checks.js';
import { ContentVerdicts } from './content-verdicts.js';
import { ModerationController } from './moderation.controller.js';
import { ModerationService } from './moderation.service.js';
import { ModerationItems } from './moderation-items.js';

/** Content checks by WeChat, and the office's queue for what they leave open. */
@Module({
  imports: [IdentityModule, PhotosModule, WechatModule],
  controllers: [ModerationController],
  providers: [
    ContentChecks,
    ContentCheckHandler,
    ContentVerdicts,
    CheckedContentsPurge,
    ModerationItems,
    ModerationService,
  ],
  exports: [ContentChecks, ModerationService],
})
export class ModerationModule {}
