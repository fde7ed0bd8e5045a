import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiPage } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { DigestCandidate } from './digest-items.views.js';
import { DigestListsService } from './digest-lists.service.js';
import { DigestViewsService } from './digest-views.service.js';
import {
  ArrangeDigest,
  CandidatesQuery,
  ChangeDigest,
  CreateDigest,
  DigestChange,
  DigestsQuery,
  DigestVersionQuery,
} from './digests.dto.js';
import { mayBuildDigests, mayReadDigests } from './digests.policy.js';
import { DigestsService } from './digests.service.js';
import { DigestSummary, DigestView } from './digests.views.js';

/**
 * Digests: built, arranged, submitted, read (Art. 19, 22). Every change may be refused: 404 when the digest is not for this actor, 409 for
 * a stale version or an action that cannot follow the present state.
 */
@ApiTags('deliberation')
@Controller()
export class DigestsController {
  constructor(
    private readonly digests: DigestsService,
    private readonly lists: DigestListsService,
    private readonly views: DigestViewsService,
  ) {}

  /** Digests that the viewer may see, newest first. */
  @Get('digests')
  @RequireAbility(mayReadDigests)
  @ApiPage(DigestSummary)
  list(@CurrentActor() actor: Actor, @Query() query: DigestsQuery): Promise<Page<DigestSummary>> {
    return this.lists.list(actor, query);
  }

  /** Accepted submissions that are on no digest, the longest waiting first. */
  @Get('digest-candidates')
  @RequireAbility(mayBuildDigests)
  @ApiPage(DigestCandidate)
  candidates(@Query() query: CandidatesQuery): Promise<Page<DigestCandidate>> {
    return this.lists.candidates(query);
  }

  /** Starts a digest for one meeting. */
  @Post('digests')
  @Idempotent()
  @RequireAbility(mayBuildDigests)
  @ApiCreatedResponse({ type: DigestView })
  async create(@CurrentActor() actor: Actor, @Body() body: CreateDigest): Promise<DigestView> {
    return this.views.show(actor, await this.digests.create(actor, body));
  }

  /** A digest with its items. @throws {Problem} 404 for those who may not see it. */
  @Get('digests/:id')
  @RequireAbility(mayReadDigests)
  @ApiOkResponse({ type: DigestView })
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DigestView> {
    return this.views.show(actor, id);
  }

  /** Changes title, meeting, heading, issuer, preface. */
  @Patch('digests/:id')
  @RequireAbility(mayBuildDigests)
  @ApiOkResponse({ type: DigestView })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeDigest,
  ): Promise<DigestView> {
    await this.digests.change(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Throws a draft away; what was on it can go on another one. */
  @Delete('digests/:id')
  @HttpCode(204)
  @RequireAbility(mayBuildDigests)
  @ApiNoContentResponse()
  discard(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: DigestVersionQuery,
  ): Promise<void> {
    return this.digests.discard(actor, id, query);
  }

  /** Sets the order and the sections of all items. @throws {Problem} 422 unless every item is named exactly once. */
  @Put('digests/:id/arrangement')
  @RequireAbility(mayBuildDigests)
  @ApiOkResponse({ type: DigestView })
  async arrange(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ArrangeDigest,
  ): Promise<DigestView> {
    await this.digests.arrange(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Submits the digest: the leaders can read it from now on. */
  @Post('digests/:id/submit')
  @HttpCode(200)
  @RequireAbility(mayBuildDigests)
  @ApiOkResponse({ type: DigestView })
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DigestChange,
  ): Promise<DigestView> {
    await this.digests.submit(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Takes a submitted digest back to change it, while nothing is decided. */
  @Post('digests/:id/recall')
  @HttpCode(200)
  @RequireAbility(mayBuildDigests)
  @ApiOkResponse({ type: DigestView })
  async recall(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DigestChange,
  ): Promise<DigestView> {
    await this.digests.recall(actor, id, body);
    return this.views.show(actor, id);
  }
}
