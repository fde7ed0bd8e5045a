import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import { ApiItems, ApiPage } from '../../platform/http/page-response.js';
import { Idempotent } from '../../platform/idempotency/idempotency.interceptor.js';
import { FollowUpsQuery, FollowUpView, RecordFollowUp, ResponsibleItemRow } from './follow-ups.dto.js';
import { FollowUpsService } from './follow-ups.service.js';
import { mayRecordFollowUps, maySeeFollowUps } from './outcomes.policy.js';

/** What was done after adoption. */
@ApiTags('outcomes')
@Controller()
export class FollowUpsController {
  constructor(private readonly followUps: FollowUpsService) {}

  /** Items for which a body is responsible, the earliest due first. */
  @Get('desk/follow-ups')
  @RequireAbility(maySeeFollowUps)
  @ApiPage(ResponsibleItemRow)
  list(@Query() query: FollowUpsQuery): Promise<Page<ResponsibleItemRow>> {
    return this.followUps.list(query);
  }

  /** The follow-ups of an item, oldest first. */
  @Get('digest-items/:itemId/follow-ups')
  @RequireAbility(maySeeFollowUps)
  @ApiItems(FollowUpView)
  async ofItem(@Param('itemId', ParseUUIDPipe) itemId: string): Promise<{ items: FollowUpView[] }> {
    return { items: await this.followUps.ofItem(itemId) };
  }

  /** Records one; it travels down to the members and by relay to the constituents. @throws {Problem} 404, 409 before the feedback was sent. */
  @Post('digest-items/:itemId/follow-ups')
  @Idempotent()
  @RequireAbility(mayRecordFollowUps)
  @ApiCreatedResponse({ type: FollowUpView })
  record(
    @CurrentActor() actor: Actor,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() body: RecordFollowUp,
  ): Promise<FollowUpView> {
    return this.followUps.record(actor, itemId, body);
  }
}
