import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { anybody, authorize, RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor, MaybeActor } from '../platform/abilities/actor.js';
import { ApiItems } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { mayKeepDirectory } from './directory.policy.js';
import { ChangeDirectoryUnit, CreateDirectoryUnit, DirectoryUnit, DirectoryUnitsQuery } from './directory-units.dto.js';
import { DirectoryUnitsService } from './directory-units.service.js';

/** Sectors, special committees and townships. */
@ApiTags('directory')
@Controller('directory-units')
export class DirectoryUnitsController {
  constructor(private readonly units: DirectoryUnitsService) {}

  /** All units by kind and place. */
  @Get()
  @RequireAbility(anybody)
  @ApiItems(DirectoryUnit)
  async list(
    @MaybeActor() actor: Actor | null,
    @Query() query: DirectoryUnitsQuery,
  ): Promise<{ items: DirectoryUnit[] }> {
    if (query.includeInactive) authorize(mayKeepDirectory, actor);
    return { items: await this.units.list(query) };
  }

  /** Adds a unit. @throws {Problem} 422 when the name is taken. */
  @Post()
  @RequireAbility(mayKeepDirectory)
  @Idempotent()
  @ApiCreatedResponse({ type: DirectoryUnit })
  create(@CurrentActor() actor: Actor, @Body() body: CreateDirectoryUnit): Promise<DirectoryUnit> {
    return this.units.create(actor, body);
  }

  /** Changes name, place or whether it is in use. @throws {Problem} 409 for a stale version, 422 when the name is taken. */
  @Patch(':id')
  @RequireAbility(mayKeepDirectory)
  @ApiOkResponse({ type: DirectoryUnit })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeDirectoryUnit,
  ): Promise<DirectoryUnit> {
    return this.units.change(actor, id, body);
  }
}
