import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { WechatModule } from '../wechat/wechat.module.js';
import { NoticeConsentsService } from './notice-consents.service.js';
import { NoticeDelivery } from './notice-delivery.js';
import { NoticesController } from './notices.controller.js';
import { NoticesService } from './notices.service.js';

/** Notices in the app and subscribe messages on WeChat. */
@Module({
  imports: [IdentityModule, WechatModule],
  controllers: [NoticesController],
  providers: [NoticesService, NoticeConsentsService, NoticeDelivery],
  exports: [NoticesService],
})
export class NoticesModule {}
