import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import { ApiItems, ApiPage } from '../../platform/http/page-response.js';
import { SectorOpinionsService } from './sector-opinions.service.js';
import { SectorOpinionsQuery, SectorThemesQuery } from './voices.dto.js';
import { mayConvene } from './voices.policy.js';
import { SectorOpinion, SectorTheme } from './voices.views.js';

/** What members handed in to the sector group, for its convener. */
@ApiTags('opinions')
@Controller('sector-opinions')
@RequireAbility(mayConvene)
export class SectorOpinionsController {
  constructor(private readonly opinions: SectorOpinionsService) {}

  /** The sector's opinions, latest first. */
  @Get()
  @ApiPage(SectorOpinion)
  list(@CurrentActor() actor: Actor, @Query() query: SectorOpinionsQuery): Promise<Page<SectorOpinion>> {
    return this.opinions.list(actor, query);
  }

  /** How many there are by theme, most first. */
  @Get('themes')
  @ApiItems(SectorTheme)
  async themes(@CurrentActor() actor: Actor, @Query() query: SectorThemesQuery): Promise<{ items: SectorTheme[] }> {
    return { items: await this.opinions.themes(actor, query) };
  }
}
