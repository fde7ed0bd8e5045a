import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { anybody, RequireAbility, signedIn } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { ApiItems } from '../platform/http/page-response.js';
import {
  DemonstrationAccount,
  DemonstrationSignIn,
  SessionView,
  SignedIn,
  StaffSignIn,
  WechatSignIn,
} from './identity.dto.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

/** Signing in and out. */
@ApiTags('identity')
@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  /** Signs in with WeChat; the first time makes an account. @throws {Problem} 422 for a used or unknown code, 503 when WeChat does not answer. */
  @Post('sessions/wechat')
  @RequireAbility(anybody)
  @ApiCreatedResponse({ type: SignedIn })
  withWechat(@Body() body: WechatSignIn, @Req() request: FastifyRequest): Promise<SignedIn> {
    return this.signIn.withWechat(body.code, request);
  }

  /** Signs in staff. @throws {Problem} 401 for a wrong name or password, 429 while locked after repeated failures. */
  @Post('sessions/staff')
  @RequireAbility(anybody)
  @ApiCreatedResponse({ type: SignedIn })
  withPassword(@Body() body: StaffSignIn, @Req() request: FastifyRequest): Promise<SignedIn> {
    return this.signIn.withPassword(body.username, body.password, request);
  }

  /** The accounts to choose from in a demonstration. @throws {Problem} 404 elsewhere. */
  @Get('demonstration/accounts')
  @RequireAbility(anybody)
  @ApiItems(DemonstrationAccount)
  async demonstrationAccounts(): Promise<{ items: DemonstrationAccount[] }> {
    return { items: await this.signIn.demonstrationAccounts() };
  }

  /** Signs in with a demonstration account. @throws {Problem} 404 outside a demonstration. */
  @Post('sessions/demonstration')
  @RequireAbility(anybody)
  @ApiCreatedResponse({ type: SignedIn })
  withDemonstrationAccount(@Body() body: DemonstrationSignIn, @Req() request: FastifyRequest): Promise<SignedIn> {
    return this.signIn.withDemonstrationAccount(body.accountId, request);
  }

  /** The own sessions that are still valid, latest use first. */
  @Get('me/sessions')
  @RequireAbility(signedIn)
  @ApiItems(SessionView)
  async list(@CurrentActor() actor: Actor): Promise<{ items: SessionView[] }> {
    return { items: await this.sessions.list(actor) };
  }

  /** Signs out here. */
  @Delete('me/sessions/current')
  @HttpCode(204)
  @RequireAbility(signedIn)
  @ApiNoContentResponse()
  signOut(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.revoke(actor, actor.sessionId);
  }

  /** Signs out there. @throws {Problem} 404 when it is not a session of one's own. */
  @Delete('me/sessions/:id')
  @HttpCode(204)
  @RequireAbility(signedIn)
  @ApiNoContentResponse()
  signOutThere(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.revoke(actor, id);
  }
}
