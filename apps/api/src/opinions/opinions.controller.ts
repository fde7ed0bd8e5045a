import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiItems, ApiPage } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { CosigningService } from './cosigning.service.js';
import { DraftingService } from './drafting.service.js';
import { OpinionListsService } from './opinion-lists.service.js';
import { OpinionRevisionsService } from './opinion-revisions.service.js';
import { OpinionRevisionView, RevisionComparison } from './opinion-revisions.views.js';
import { OpinionViewsService } from './opinion-views.service.js';
import {
  BeginOpinion,
  ChooseCosigners,
  ChooseSources,
  CompareRevisionsQuery,
  OpinionsQuery,
  SaveOpinion,
  SimilarOpinionsQuery,
} from './opinions.dto.js';
import { mayDraftOpinions, mayReadOpinions } from './opinions.policy.js';
import { OpinionCounts, OpinionSummary, OpinionView } from './opinions.views.js';
import { SimilarOpinionsService } from './similar-opinions.service.js';
import { SimilarSubmission } from './similar-opinions.views.js';

/** Opinions (Art. 5, 17–19): begun, written, listed, read. What is done with one is in {@link OpinionActionsController}. */
@ApiTags('opinions')
@Controller('opinions')
export class OpinionsController {
  constructor(
    private readonly drafting: DraftingService,
    private readonly cosigning: CosigningService,
    private readonly lists: OpinionListsService,
    private readonly views: OpinionViewsService,
    private readonly revisions: OpinionRevisionsService,
    private readonly alike: SimilarOpinionsService,
  ) {}

  /** Begins an opinion, from letters or from nothing. @throws {Problem} 422 for a source that is not in the own mailbox. */
  @Post()
  @Idempotent()
  @RequireAbility(mayDraftOpinions)
  @ApiCreatedResponse({ type: OpinionView })
  async begin(@CurrentActor() actor: Actor, @Body() body: BeginOpinion): Promise<OpinionView> {
    return this.views.show(actor, await this.drafting.begin(actor, body));
  }

  /** The own opinions, or those one is asked to sign, latest change first. */
  @Get()
  @RequireAbility(mayDraftOpinions)
  @ApiPage(OpinionSummary)
  list(@CurrentActor() actor: Actor, @Query() query: OpinionsQuery): Promise<Page<OpinionSummary>> {
    return this.lists.list(actor, query);
  }

  /** How many own opinions there are that something is to be done with. */
  @Get('counts')
  @RequireAbility(mayDraftOpinions)
  @ApiOkResponse({ type: OpinionCounts })
  counts(@CurrentActor() actor: Actor): Promise<OpinionCounts> {
    return this.lists.counts(actor);
  }

  /** What is in hand already and is like a text, most alike first. */
  @Get('similar')
  @RequireAbility(mayReadOpinions)
  @ApiItems(SimilarSubmission)
  async similar(
    @CurrentActor() actor: Actor,
    @Query() query: SimilarOpinionsQuery,
  ): Promise<{ items: SimilarSubmission[] }> {
    return { items: await this.alike.similar(actor, query) };
  }

  /** An opinion, for its author, its co-signers and the desk that has it. @throws {Problem} 404 for everyone else. */
  @Get(':id')
  @RequireAbility(mayReadOpinions)
  @ApiOkResponse({ type: OpinionView })
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OpinionView> {
    return this.views.show(actor, id);
  }

  /** Saves what has been written so far. @throws {Problem} 409 for a stale version or one that has been handed in. */
  @Patch(':id')
  @RequireAbility(mayDraftOpinions)
  @ApiOkResponse({ type: OpinionView })
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveOpinion,
  ): Promise<OpinionView> {
    await this.drafting.save(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Sets what it is drawn from. @throws {Problem} 422 for a quote without consent or one that the source does not say. */
  @Put(':id/sources')
  @RequireAbility(mayDraftOpinions)
  @ApiOkResponse({ type: OpinionView })
  async chooseSources(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChooseSources,
  ): Promise<OpinionView> {
    await this.drafting.chooseSources(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Sets who is asked to sign a proposal. @throws {Problem} 422 for another kind or a member who cannot be asked. */
  @Put(':id/cosigners')
  @RequireAbility(mayDraftOpinions)
  @ApiOkResponse({ type: OpinionView })
  async chooseCosigners(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChooseCosigners,
  ): Promise<OpinionView> {
    await this.cosigning.choose(actor, id, body);
    return this.views.show(actor, id);
  }

  /** The texts so far, latest first. */
  @Get(':id/revisions')
  @RequireAbility(mayReadOpinions)
  @ApiItems(OpinionRevisionView)
  async listRevisions(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: OpinionRevisionView[] }> {
    return { items: await this.revisions.list(actor, id) };
  }

  /** Two of them compared, part by part. */
  @Get(':id/revisions/compare')
  @RequireAbility(mayReadOpinions)
  @ApiOkResponse({ type: RevisionComparison })
  compare(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CompareRevisionsQuery,
  ): Promise<RevisionComparison> {
    return this.revisions.compare(actor, id, query);
  }
}
