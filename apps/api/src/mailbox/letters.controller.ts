import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiPage } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { LetterListsService } from './letter-lists.service.js';
import { LetterViewsService } from './letter-views.service.js';
import { LetterWritingService } from './letter-writing.service.js';
import { LettersQuery, SimilarLettersQuery, WriteLetter } from './letters.dto.js';
import { mayWriteLetters } from './letters.policy.js';
import { LetterCounts, LetterSummary, LetterView, SimilarLetters } from './letters.views.js';

/** Letters: written, listed, read. What is done with one is in {@link LetterActionsController}. */
@ApiTags('mailbox')
@Controller('letters')
@RequireAbility(mayWriteLetters)
export class LettersController {
  constructor(
    private readonly writing: LetterWritingService,
    private readonly lists: LetterListsService,
    private readonly views: LetterViewsService,
  ) {}

  /** Writes a letter. @throws {Problem} 409 `letter_copied`, 422, 429 `letter_flood`. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: LetterView })
  write(@CurrentActor() actor: Actor, @Body() body: WriteLetter): Promise<LetterView> {
    return this.writing.write(actor, body);
  }

  /** Own letters and published answers that are like the words so far. */
  @Post('similar')
  @HttpCode(200)
  @ApiOkResponse({ type: SimilarLetters })
  similar(@CurrentActor() actor: Actor, @Body() body: SimilarLettersQuery): Promise<SimilarLetters> {
    return this.lists.similar(actor, body);
  }

  /** The own letters, latest activity first. */
  @Get()
  @ApiPage(LetterSummary)
  list(@CurrentActor() actor: Actor, @Query() query: LettersQuery): Promise<Page<LetterSummary>> {
    return this.lists.list(actor, query);
  }

  /** How many own letters there are, and how many have news. */
  @Get('counts')
  @ApiOkResponse({ type: LetterCounts })
  counts(@CurrentActor() actor: Actor): Promise<LetterCounts> {
    return this.lists.counts(actor);
  }

  /** A letter, for its writer, its addressee, and the office once it is escalated. @throws {Problem} 404 for everyone else. */
  @Get(':id')
  @ApiOkResponse({ type: LetterView })
  show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LetterView> {
    return this.views.show(actor, id);
  }

  /** Marks the own side as read. */
  @Post(':id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.views.markRead(actor, id);
  }
}
