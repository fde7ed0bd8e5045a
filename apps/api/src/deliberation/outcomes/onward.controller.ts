import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility, signedIn } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import { Idempotent } from '../../platform/idempotency/idempotency.interceptor.js';
import { HeardService } from './heard.service.js';
import { AnswerHeard, OnwardJourney } from './onward.dto.js';
import { OnwardService } from './onward.service.js';

/** What was made of a letter, as its writer and its addressee follow it. */
@ApiTags('outcomes')
@Controller('letters/:id')
@RequireAbility(signedIn)
export class OnwardController {
  constructor(
    private readonly onward: OnwardService,
    private readonly heard: HeardService,
  ) {}

  /** The way onward. Never tells the writer what the member has not told yet. @throws {Problem} 404 for everyone else. */
  @Get('onward')
  @ApiOkResponse({ type: OnwardJourney })
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OnwardJourney> {
    return this.onward.show(actor, id);
  }

  /** Answers "were you heard?", once, when everything is done. @throws {Problem} 404, 409. */
  @Post('heard')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: OnwardJourney })
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerHeard,
  ): Promise<OnwardJourney> {
    await this.heard.answer(actor, id, body);
    return this.onward.show(actor, id);
  }
}
