import { Body, Controller, Get, HttpCode, Ip, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { anybody, RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiPage } from '../platform/http/page-response.js';
import { RateLimits } from '../platform/rate-limit/rate-limits.js';
import { mayKeepDirectory } from './directory.policy.js';
import {
  ChangeMember,
  MemberDetail,
  MemberSuggestions,
  MemberSummary,
  MembersQuery,
  SuggestMembers,
} from './members.dto.js';
import { MembersService } from './members.service.js';
import { SuggestionsService } from './suggestions.service.js';

const SEARCHES = { name: 'member-searches', limit: 240, windowSeconds: 60 };
const SUGGESTIONS = { name: 'member-suggestions', limit: 120, windowSeconds: 60 };

/** Members, and "who speaks for me" (Art. 2, 3). */
@ApiTags('directory')
@Controller('members')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly suggestions: SuggestionsService,
    private readonly limits: RateLimits,
  ) {}

  /** Active members by pinyin. Searching by words is limited per address; turning pages and filtering by unit is not. @throws {Problem} 429. */
  @Get()
  @RequireAbility(anybody)
  @ApiPage(MemberSummary)
  async list(@Ip() address: string, @Query() query: MembersQuery): Promise<Page<MemberSummary>> {
    if (query.query || query.workUnit || query.field) await this.limits.consume(SEARCHES, address);
    return this.members.list(query);
  }

  /** Members who may be the right ones for a letter, from its words. Nothing is kept. @throws {Problem} 429. */
  @Post('suggestions')
  @HttpCode(200)
  @RequireAbility(anybody)
  @ApiOkResponse({ type: MemberSuggestions })
  async suggest(@Ip() address: string, @Body() body: SuggestMembers): Promise<MemberSuggestions> {
    await this.limits.consume(SUGGESTIONS, address);
    return { items: await this.suggestions.suggest(body) };
  }

  /** One member. */
  @Get(':id')
  @RequireAbility(anybody)
  @ApiOkResponse({ type: MemberDetail })
  show(@Param('id', ParseUUIDPipe) id: string): Promise<MemberDetail> {
    return this.members.detail(id);
  }

  /** Changes a member. @throws {Problem} 409 for a stale version, 422 for a unit or photo that does not fit. */
  @Patch(':id')
  @RequireAbility(mayKeepDirectory)
  @ApiOkResponse({ type: MemberDetail })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeMember,
  ): Promise<MemberDetail> {
    return this.members.change(actor, id, body);
  }
}
