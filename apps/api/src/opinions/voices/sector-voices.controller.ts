import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import { ApiPage } from '../../platform/http/page-response.js';
import { Idempotent } from '../../platform/idempotency/idempotency.interceptor.js';
import { VoiceListsService } from './voice-lists.service.js';
import { VoiceViewsService } from './voice-views.service.js';
import { ChooseVoiceOpinions, ComposeVoice, SaveVoice, VoicesQuery } from './voices.dto.js';
import { mayConvene, mayReadVoices } from './voices.policy.js';
import { VoicesService } from './voices.service.js';
import { SectorVoiceSummary, SectorVoiceView } from './voices.views.js';

/** Sector voices (Art. 22): composed, listed, read. What is done with one is in {@link VoiceActionsController}. */
@ApiTags('opinions')
@Controller('sector-voices')
export class SectorVoicesController {
  constructor(
    private readonly voices: VoicesService,
    private readonly lists: VoiceListsService,
    private readonly views: VoiceViewsService,
  ) {}

  /** Voices that one may see, latest change first. */
  @Get()
  @RequireAbility(mayReadVoices)
  @ApiPage(SectorVoiceSummary)
  list(@CurrentActor() actor: Actor, @Query() query: VoicesQuery): Promise<Page<SectorVoiceSummary>> {
    return this.lists.list(actor, query);
  }

  /** Composes a voice from accepted opinions of the own sector. @throws {Problem} 422 for opinions that cannot be taken in. */
  @Post()
  @Idempotent()
  @RequireAbility(mayConvene)
  @ApiCreatedResponse({ type: SectorVoiceView })
  async compose(@CurrentActor() actor: Actor, @Body() body: ComposeVoice): Promise<SectorVoiceView> {
    return this.views.show(actor, await this.voices.compose(actor, body));
  }

  /** A voice, for its convener, its contributors, the office, and leaders once it is on a digest. @throws {Problem} 404 for others. */
  @Get(':id')
  @RequireAbility(mayReadVoices)
  @ApiOkResponse({ type: SectorVoiceView })
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SectorVoiceView> {
    return this.views.show(actor, id);
  }

  /** Saves the text as it is written. @throws {Problem} 409 for a stale version or a voice that has been sent. */
  @Patch(':id')
  @HttpCode(200)
  @RequireAbility(mayConvene)
  @ApiOkResponse({ type: SectorVoiceView })
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveVoice,
  ): Promise<SectorVoiceView> {
    await this.voices.save(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Takes opinions in and out. What is taken out can be taken in elsewhere. @throws {Problem} 409, 422 for opinions that do not fit. */
  @Put(':id/opinions')
  @RequireAbility(mayConvene)
  @ApiOkResponse({ type: SectorVoiceView })
  async choose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChooseVoiceOpinions,
  ): Promise<SectorVoiceView> {
    await this.voices.choose(actor, id, body);
    return this.views.show(actor, id);
  }
}
