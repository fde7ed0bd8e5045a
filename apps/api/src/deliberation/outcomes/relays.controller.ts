import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import { ApiPage } from '../../platform/http/page-response.js';
import { Idempotent } from '../../platform/idempotency/idempotency.interceptor.js';
import { mayReceiveFeedback } from './outcomes.policy.js';
import { RelaySendingService } from './relay-sending.service.js';
import { RelayCounts, RelaySummary, RelaysQuery, RelayView, SendRelay } from './relays.dto.js';
import { RelaysService } from './relays.service.js';

/** A member's relays: telling the people who wrote what became of it. */
@ApiTags('outcomes')
@Controller('relays')
@RequireAbility(mayReceiveFeedback)
export class RelaysController {
  constructor(
    private readonly relays: RelaysService,
    private readonly sending: RelaySendingService,
  ) {}

  /** The own relays. Those to see to come first when no state is asked for. */
  @Get()
  @ApiPage(RelaySummary)
  list(@CurrentActor() actor: Actor, @Query() query: RelaysQuery): Promise<Page<RelaySummary>> {
    return this.relays.list(actor, query);
  }

  /** How many of the own relays wait. */
  @Get('counts')
  @ApiOkResponse({ type: RelayCounts })
  counts(@CurrentActor() actor: Actor): Promise<RelayCounts> {
    return this.relays.counts(actor);
  }

  /** One of the own, with its words. @throws {Problem} 404. */
  @Get(':id')
  @ApiOkResponse({ type: RelayView })
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RelayView> {
    return this.relays.show(actor, id);
  }

  /** Sends it into the letter; it arrives once the words have passed the content check. @throws {Problem} 404, 409. */
  @Post(':id/send')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: RelayView })
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SendRelay,
  ): Promise<RelayView> {
    await this.sending.send(actor, id, body);
    return this.relays.show(actor, id);
  }
}
