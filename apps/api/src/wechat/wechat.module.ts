import { Module } from '@nestjs/common';
import { AccessTokens } from './access-tokens.js';
import { WechatCallbackController } from './wechat-callback.controller.js';
import { WechatClient } from './wechat-client.js';
import { WechatHttp } from './wechat-http.js';
import { WechatPushes } from './wechat-pushes.js';

/** WeChat: its server API and the messages it pushes. */
@Module({
  controllers: [WechatCallbackController],
  providers: [WechatHttp, AccessTokens, WechatClient, WechatPushes],
  exports: [WechatClient],
})
export class WechatModule {}
