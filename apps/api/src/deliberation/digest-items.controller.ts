import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { DecisionRecordingService } from './decision-recording.service.js';
import { DigestItemsService } from './digest-items.service.js';
import { DigestViewsService } from './digest-views.service.js';
import {
  AddDigestItems,
  ChangeDigestItem,
  CorrectDecision,
  DecideItem,
  DigestChange,
  DigestVersionQuery,
} from './digests.dto.js';
import { mayBuildDigests, mayDecide } from './digests.policy.js';
import { ChangedDigestItem, DigestView } from './digests.views.js';

/** What is on a digest, and what the meeting decides on it. Refusals as in {@link DigestsController}. */
@ApiTags('deliberation')
@Controller('digests/:id')
export class DigestItemsController {
  constructor(
    private readonly items: DigestItemsService,
    private readonly recording: DecisionRecordingService,
    private readonly views: DigestViewsService,
  ) {}

  /** Puts submissions on the digest, all or none. @throws {Problem} 409 `submission_taken` when one is on a digest already. */
  @Post('items')
  @HttpCode(200)
  @RequireAbility(mayBuildDigests)
  @ApiOkResponse({ type: DigestView })
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddDigestItems,
  ): Promise<DigestView> {
    await this.items.add(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Takes an item off; `version` is the digest's. */
  @Delete('items/:itemId')
  @RequireAbility(mayBuildDigests)
  @ApiOkResponse({ type: DigestView })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Query() query: DigestVersionQuery,
  ): Promise<DigestView> {
    await this.items.remove(actor, id, itemId, query);
    return this.views.show(actor, id);
  }

  /** Says of an item in short what it is about. */
  @Patch('items/:itemId')
  @RequireAbility(mayBuildDigests)
  @ApiOkResponse({ type: ChangedDigestItem })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() body: ChangeDigestItem,
  ): Promise<ChangedDigestItem> {
    await this.items.change(actor, id, itemId, body);
    return this.views.item(actor, id, itemId);
  }

  /** Records what the meeting decided. @throws {Problem} 422 for a use, body or date that is missing or does not fit the outcome. */
  @Put('items/:itemId/decision')
  @RequireAbility(mayDecide)
  @ApiOkResponse({ type: ChangedDigestItem })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() body: DecideItem,
  ): Promise<ChangedDigestItem> {
    await this.recording.decide(actor, id, itemId, body);
    return this.views.item(actor, id, itemId);
  }

  /** Signs a decision that somebody else recorded. The last signature makes the digest decided. */
  @Post('items/:itemId/sign-off')
  @HttpCode(200)
  @RequireAbility(mayDecide)
  @ApiOkResponse({ type: ChangedDigestItem })
  async signOff(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() body: DigestChange,
  ): Promise<ChangedDigestItem> {
    await this.recording.signOff(actor, id, itemId, body);
    return this.views.item(actor, id, itemId);
  }

  /** Signs every decision on the digest that waits and that somebody else recorded. */
  @Post('sign-off')
  @HttpCode(200)
  @RequireAbility(mayDecide)
  @ApiOkResponse({ type: DigestView })
  async signOffAll(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DigestChange,
  ): Promise<DigestView> {
    await this.recording.signOffAll(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Records what replaces a signed decision; it is in force once somebody else has signed it. */
  @Post('items/:itemId/correction')
  @HttpCode(200)
  @RequireAbility(mayDecide)
  @ApiOkResponse({ type: ChangedDigestItem })
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() body: CorrectDecision,
  ): Promise<ChangedDigestItem> {
    await this.recording.correct(actor, id, itemId, body);
    return this.views.item(actor, id, itemId);
  }
}
