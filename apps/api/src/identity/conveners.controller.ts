import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { AppointConvener, SectorConvener } from './conveners.dto.js';
import { ConvenersService } from './conveners.service.js';
import { mayAppointConveners } from './identity.policy.js';

/** The member who leads a sector's activity group (Art. 22). */
@ApiTags('identity')
@Controller('sectors/:id/convener')
@RequireAbility(mayAppointConveners)
export class ConvenersController {
  constructor(private readonly conveners: ConvenersService) {}

  /** Who convenes the sector, and who could. @throws {Problem} 404 when there is no such sector. */
  @Get()
  @ApiOkResponse({ type: SectorConvener })
  show(@Param('id', ParseUUIDPipe) id: string): Promise<SectorConvener> {
    return this.conveners.show(id);
  }

  /** Gives the role to a linked member of the sector, or to nobody; whoever had it loses it. @throws {Problem} 404, 422. */
  @Put()
  @ApiOkResponse({ type: SectorConvener })
  appoint(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AppointConvener,
  ): Promise<SectorConvener> {
    return this.conveners.appoint(actor, id, body);
  }
}
