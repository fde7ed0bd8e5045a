import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { anybody, RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, MaybeActor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import { ApiPage } from '../../platform/http/page-response.js';
import { Idempotent } from '../../platform/idempotency/idempotency.interceptor.js';
import { mayKeepSharedLists } from '../desk.policy.js';
import {
  ChangePublishedAnswer,
  CreatePublishedAnswer,
  PublishedAnswersQuery,
  PublishedAnswerView,
} from './published-answers.dto.js';
import { PublishedAnswersService } from './published-answers.service.js';

/** Questions that many ask, with their answers. */
@ApiTags('mailbox')
@Controller('published-answers')
export class PublishedAnswersController {
  constructor(private readonly answers: PublishedAnswersService) {}

  @Get()
  @RequireAbility(anybody)
  @ApiPage(PublishedAnswerView)
  list(@MaybeActor() actor: Actor | null, @Query() query: PublishedAnswersQuery): Promise<Page<PublishedAnswerView>> {
    return this.answers.list(actor, query);
  }

  @Post()
  @Idempotent()
  @RequireAbility(mayKeepSharedLists)
  @ApiCreatedResponse({ type: PublishedAnswerView })
  create(@Body() body: CreatePublishedAnswer): Promise<PublishedAnswerView> {
    return this.answers.create(body);
  }

  @Patch(':id')
  @RequireAbility(mayKeepSharedLists)
  @ApiOkResponse({ type: PublishedAnswerView })
  change(@Param('id', ParseUUIDPipe) id: string, @Body() body: ChangePublishedAnswer): Promise<PublishedAnswerView> {
    return this.answers.change(id, body);
  }
}
