import { Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { anybody, RequireAbility } from '../platform/abilities/ability.js';
import { WechatPushes } from './wechat-pushes.js';

/** Where WeChat pushes messages to. Not for clients, so not in the API's description; the signature says who may call. */
@ApiExcludeController()
@Controller('wechat/callback')
@RequireAbility(anybody)
export class WechatCallbackController {
  constructor(private readonly pushes: WechatPushes) {}

  /** WeChat's question whether this address is ours, asked once when it is set up. @throws {Problem} 403 for a bad signature. */
  @Get()
  @Header('content-type', 'text/plain; charset=utf-8')
  verify(@Req() request: FastifyRequest): string {
    return this.pushes.verify(request.query as Record<string, unknown>);
  }

  /** A push, plain or encrypted. @throws {Problem} 403 for a bad signature, 400 for what cannot be read. */
  @Post()
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  async receive(@Req() request: FastifyRequest): Promise<string> {
    await this.pushes.receive(request.query as Record<string, unknown>, request.body);
    return 'success';
  }
}
