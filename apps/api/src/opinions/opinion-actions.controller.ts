import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { CosigningService } from './cosigning.service.js';
import { HandingInService } from './handing-in.service.js';
import { OpinionIntakeService } from './opinion-intake.service.js';
import { OpinionMerging } from './opinion-merging.js';
import { OpinionViewsService } from './opinion-views.service.js';
import {
  AddRecognition,
  AnswerCosign,
  MergeOpinion,
  OpinionChange,
  PassOnOpinion,
  ReturnOpinion,
} from './opinions.dto.js';
import { mayDraftOpinions, mayReceiveOpinions } from './opinions.policy.js';
import { OpinionView } from './opinions.views.js';

/**
 * What is done with an opinion. Most answer with the opinion as it is now. Every one may be refused: 404 when the opinion is not for
 * this actor, 409 for a stale version or an action that cannot follow the present state.
 */
@ApiTags('opinions')
@Controller('opinions/:id')
export class OpinionActionsController {
  constructor(
    private readonly views: OpinionViewsService,
    private readonly cosigning: CosigningService,
    private readonly handingIn: HandingInService,
    private readonly intake: OpinionIntakeService,
    private readonly merging: OpinionMerging,
  ) {}

  /** Signs, or does not, as one of those asked to. A member who does not sign sees no more of it. */
  @Post('cosign')
  @HttpCode(204)
  @RequireAbility(mayDraftOpinions)
  @ApiNoContentResponse()
  cosign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerCosign,
  ): Promise<void> {
    return this.cosigning.answer(actor, id, body);
  }

  /** Hands it in to its desk. @throws {Problem} 422 for what is missing or too long. */
  @Post('submit')
  @HttpCode(200)
  @RequireAbility(mayDraftOpinions)
  @ApiOkResponse({ type: OpinionView })
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OpinionChange,
  ): Promise<OpinionView> {
    await this.handingIn.submit(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Takes it back for good, before it is accepted. */
  @Post('withdraw')
  @HttpCode(200)
  @RequireAbility(mayDraftOpinions)
  @ApiOkResponse({ type: OpinionView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OpinionChange,
  ): Promise<OpinionView> {
    await this.handingIn.withdraw(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Accepts it; it gets its number. */
  @Post('accept')
  @HttpCode(200)
  @RequireAbility(mayReceiveOpinions)
  @ApiOkResponse({ type: OpinionView })
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OpinionChange,
  ): Promise<OpinionView> {
    await this.intake.accept(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Gives it back to its author for another try; the desk sees it again when it is handed in again. */
  @Post('return')
  @HttpCode(204)
  @RequireAbility(mayReceiveOpinions)
  @ApiNoContentResponse()
  giveBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReturnOpinion,
  ): Promise<void> {
    return this.intake.return(actor, id, body);
  }

  /** Passes it on to the right desk. It may then be out of sight. */
  @Post('pass-on')
  @HttpCode(204)
  @RequireAbility(mayReceiveOpinions)
  @ApiNoContentResponse()
  passOn(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PassOnOpinion,
  ): Promise<void> {
    return this.intake.passOn(actor, id, body);
  }

  /** Merges it under another accepted opinion of the desk. Sector voices take opinions in by `PUT /sector-voices/:id/opinions`. */
  @Post('merge')
  @HttpCode(200)
  @RequireAbility(mayReceiveOpinions)
  @ApiOkResponse({ type: OpinionView })
  async merge(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, intoId }: MergeOpinion,
  ): Promise<OpinionView> {
    await this.merging.merge(actor, id, { kind: 'opinion', id: intoId }, version);
    return this.views.show(actor, id);
  }

  /** Takes it out again from under another opinion that has not gone on a digest yet. */
  @Post('split')
  @HttpCode(200)
  @RequireAbility(mayReceiveOpinions)
  @ApiOkResponse({ type: OpinionView })
  async split(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OpinionChange,
  ): Promise<OpinionView> {
    await this.merging.split(actor, id, version);
    return this.views.show(actor, id);
  }

  /** Records that it was taken up above the county, or that an instruction was written on it. */
  @Post('recognitions')
  @HttpCode(200)
  @Idempotent()
  @RequireAbility(mayReceiveOpinions)
  @ApiOkResponse({ type: OpinionView })
  async recognise(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddRecognition,
  ): Promise<OpinionView> {
    await this.intake.recognise(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Takes off a recognition that was recorded by mistake. */
  @Delete('recognitions/:recognitionId')
  @RequireAbility(mayReceiveOpinions)
  @ApiOkResponse({ type: OpinionView })
  async removeRecognition(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('recognitionId', ParseUUIDPipe) recognitionId: string,
  ): Promise<OpinionView> {
    await this.intake.removeRecognition(actor, id, recognitionId);
    return this.views.show(actor, id);
  }
}
