import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequireAbility, signedIn } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiPage } from '../platform/http/page-response.js';
import { RateLimits } from '../platform/rate-limit/rate-limits.js';
import { SearchHit, SearchQuery } from './search.dto.js';
import { SearchService } from './search.service.js';

const SEARCHES = { name: 'search', limit: 120, windowSeconds: 60 };

/** Full-text search. */
@ApiTags('search')
@Controller('search')
@RequireAbility(signedIn)
export class SearchController {
  constructor(
    private readonly search: SearchService,
    private readonly limits: RateLimits,
  ) {}

  /** Letters, opinions, sector voices and digests that the asker may see and that hold all the words, newest first. */
  @Get()
  @ApiPage(SearchHit)
  async find(@CurrentActor() actor: Actor, @Query() query: SearchQuery): Promise<Page<SearchHit>> {
    await this.limits.consume(SEARCHES, actor.accountId);
    return this.search.find(actor, query);
  }
}
