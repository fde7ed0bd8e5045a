import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiPage } from '../platform/http/page-response.js';
import { DecideModeration, ModerationCounts, ModerationItem, ModerationQuery } from './moderation.dto.js';
import { mayModerate } from './moderation.policy.js';
import { ModerationService } from './moderation.service.js';

/** The office's queue of messages to decide on. */
@ApiTags('moderation')
@Controller('moderation-items')
@RequireAbility(mayModerate)
export class ModerationController {
  constructor(private readonly moderation: ModerationService) {}

  /** The queue, or what was decided. Each look is in the audit log. */
  @Get()
  @ApiPage(ModerationItem)
  list(@CurrentActor() actor: Actor, @Query() query: ModerationQuery): Promise<Page<ModerationItem>> {
    return this.moderation.list(actor, query);
  }

  /** How many items wait. */
  @Get('counts')
  @ApiOkResponse({ type: ModerationCounts })
  counts(): Promise<ModerationCounts> {
    return this.moderation.counts();
  }

  /** Decides on an item. @throws {Problem} 409 when somebody else has decided, 422 when a withheld one has no reason. */
  @Post(':id/decide')
  @HttpCode(200)
  @ApiOkResponse({ type: ModerationItem })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DecideModeration,
  ): Promise<ModerationItem> {
    return this.moderation.decide(actor, id, body);
  }
}
