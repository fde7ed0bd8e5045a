import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { ApiItems } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { SavedFiltersQuery, SavedFilterView, SaveFilter } from './desk.dto.js';
import { mayKeepFilters } from './desk.policy.js';
import { SavedFiltersService } from './saved-filters.service.js';

/** Filters of the desk's lists that one keeps for oneself. */
@ApiTags('desk')
@Controller('desk/saved-filters')
@RequireAbility(mayKeepFilters)
export class SavedFiltersController {
  constructor(private readonly filters: SavedFiltersService) {}

  /** The own ones of a list, by age. */
  @Get()
  @ApiItems(SavedFilterView)
  async list(@CurrentActor() actor: Actor, @Query() query: SavedFiltersQuery): Promise<{ items: SavedFilterView[] }> {
    return { items: await this.filters.list(actor, query.list) };
  }

  /** Keeps filters under a name; the same name again replaces them. @throws {Problem} 409 when one has as many as one may have. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: SavedFilterView })
  save(@CurrentActor() actor: Actor, @Body() body: SaveFilter): Promise<SavedFilterView> {
    return this.filters.save(actor, body);
  }

  /** Forgets one. @throws {Problem} 404 when it is not one's own. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.filters.remove(actor, id);
  }
}
