import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import { Idempotent } from '../../platform/idempotency/idempotency.interceptor.js';
import { AddRecognition } from '../opinions.dto.js';
import { VoiceAnswersService } from './voice-answers.service.js';
import { VoiceIntakeService } from './voice-intake.service.js';
import { VoiceViewsService } from './voice-views.service.js';
import { ObjectToVoice, ReturnVoice, VoiceChange } from './voices.dto.js';
import { mayContribute, mayConvene, mayReceiveVoices } from './voices.policy.js';
import { VoicesService } from './voices.service.js';
import { SectorVoiceView } from './voices.views.js';

/**
 * What is done with a sector voice. Each answers with the voice as it is now. Every one may be refused: 404 when the voice is not for
 * this actor, 409 for a stale version or an action that cannot follow the present state.
 */
@ApiTags('opinions')
@Controller('sector-voices/:id')
export class VoiceActionsController {
  constructor(
    private readonly views: VoiceViewsService,
    private readonly voices: VoicesService,
    private readonly answers: VoiceAnswersService,
    private readonly intake: VoiceIntakeService,
  ) {}

  /** Shows the text to everyone credited; they may object for some working days. */
  @Post('circulate')
  @HttpCode(200)
  @RequireAbility(mayConvene)
  @ApiOkResponse({ type: SectorVoiceView })
  async circulate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VoiceChange,
  ): Promise<SectorVoiceView> {
    await this.voices.circulate(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Takes the text back from the contributors to change it. */
  @Post('recall')
  @HttpCode(200)
  @RequireAbility(mayConvene)
  @ApiOkResponse({ type: SectorVoiceView })
  async recall(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VoiceChange,
  ): Promise<SectorVoiceView> {
    await this.voices.recall(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Sends it to the office. Not while somebody objects, nor before everyone has agreed or the time for objecting is over. */
  @Post('submit')
  @HttpCode(200)
  @RequireAbility(mayConvene)
  @ApiOkResponse({ type: SectorVoiceView })
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VoiceChange,
  ): Promise<SectorVoiceView> {
    await this.voices.submit(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Gives it up before it is accepted; its opinions stand for themselves again. */
  @Post('withdraw')
  @HttpCode(200)
  @RequireAbility(mayConvene)
  @ApiOkResponse({ type: SectorVoiceView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VoiceChange,
  ): Promise<SectorVoiceView> {
    await this.voices.withdraw(actor, id, body);
    return this.views.show(actor, id);
  }

  /** A contributor agrees with the text of this version. */
  @Post('agree')
  @HttpCode(200)
  @RequireAbility(mayContribute)
  @ApiOkResponse({ type: SectorVoiceView })
  async agree(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VoiceChange,
  ): Promise<SectorVoiceView> {
    await this.answers.agree(actor, id, body);
    return this.views.show(actor, id);
  }

  /** A contributor objects to the text of this version; it cannot be sent as it is. */
  @Post('object')
  @HttpCode(200)
  @RequireAbility(mayContribute)
  @ApiOkResponse({ type: SectorVoiceView })
  async object(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ObjectToVoice,
  ): Promise<SectorVoiceView> {
    await this.answers.object(actor, id, body);
    return this.views.show(actor, id);
  }

  /** The office takes it in and gives it a number. */
  @Post('accept')
  @HttpCode(200)
  @RequireAbility(mayReceiveVoices)
  @ApiOkResponse({ type: SectorVoiceView })
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: VoiceChange,
  ): Promise<SectorVoiceView> {
    await this.intake.accept(actor, id, body);
    return this.views.show(actor, id);
  }

  /** The office gives it back with a reason for another try. */
  @Post('return')
  @HttpCode(200)
  @RequireAbility(mayReceiveVoices)
  @ApiOkResponse({ type: SectorVoiceView })
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReturnVoice,
  ): Promise<SectorVoiceView> {
    await this.intake.return(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Records that it was taken up above the county, or that an instruction was written on it. */
  @Post('recognitions')
  @HttpCode(200)
  @Idempotent()
  @RequireAbility(mayReceiveVoices)
  @ApiOkResponse({ type: SectorVoiceView })
  async recognise(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddRecognition,
  ): Promise<SectorVoiceView> {
    await this.intake.recognise(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Takes off a recognition that was recorded by mistake. */
  @Delete('recognitions/:recognitionId')
  @RequireAbility(mayReceiveVoices)
  @ApiOkResponse({ type: SectorVoiceView })
  async removeRecognition(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('recognitionId', ParseUUIDPipe) recognitionId: string,
  ): Promise<SectorVoiceView> {
    await this.intake.removeRecognition(actor, id, recognitionId);
    return this.views.show(actor, id);
  }
}
