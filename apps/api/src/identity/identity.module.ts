import { Global, Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module.js';
import { ActorSource } from '../platform/abilities/actor.js';
import { WechatModule } from '../wechat/wechat.module.js';
import { AccountsService } from './accounts.service.js';
import { ConfigController } from './config.controller.js';
import { ConvenersController } from './conveners.controller.js';
import { ConvenersService } from './conveners.service.js';
import { LinkCodesController } from './link-codes.controller.js';
import { LinkCodesService } from './link-codes.service.js';
import { MeController } from './me.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

/** People: accounts, roles, sessions, link codes. Global, because the guard of every route asks it who is there. */
@Global()
@Module({
  imports: [DirectoryModule, WechatModule],
  controllers: [ConfigController, SessionsController, MeController, LinkCodesController, ConvenersController],
  providers: [
    AccountsService,
    SessionsService,
    SignInService,
    LinkCodesService,
    ConvenersService,
    { provide: ActorSource, useExisting: SessionsService },
  ],
  exports: [ActorSource, AccountsService, SessionsService],
})
export class IdentityModule {}
