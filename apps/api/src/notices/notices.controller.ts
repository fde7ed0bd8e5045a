import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility, signedIn } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiPage } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { NoticeConsentsService } from './notice-consents.service.js';
import { GiveNoticeConsents, Notice, NoticeConsents, NoticeCounts, NoticesQuery } from './notices.dto.js';
import { NoticesService } from './notices.service.js';

/** A person's own notices, and the consents to be told on WeChat. */
@ApiTags('notices')
@Controller()
@RequireAbility(signedIn)
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly consents: NoticeConsentsService,
  ) {}

  /** Own notices, newest first. */
  @Get('notices')
  @ApiPage(Notice)
  list(@CurrentActor() actor: Actor, @Query() query: NoticesQuery): Promise<Page<Notice>> {
    return this.notices.list(actor, query);
  }

  /** How many own notices are unread. */
  @Get('notices/counts')
  @ApiOkResponse({ type: NoticeCounts })
  counts(@CurrentActor() actor: Actor): Promise<NoticeCounts> {
    return this.notices.counts(actor);
  }

  /** Marks one as read. @throws {Problem} 404 when it is not one's own. */
  @Post('notices/:id/read')
  @HttpCode(200)
  @ApiOkResponse({ type: Notice })
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<Notice> {
    return this.notices.read(actor, id);
  }

  /** Marks all as read. */
  @Post('notices/read-all')
  @HttpCode(200)
  @ApiOkResponse({ type: NoticeCounts })
  readAll(@CurrentActor() actor: Actor): Promise<NoticeCounts> {
    return this.notices.readAll(actor);
  }

  /** How many more subscribe messages of each template the person has agreed to. */
  @Get('notice-consents')
  @ApiOkResponse({ type: NoticeConsents })
  listConsents(@CurrentActor() actor: Actor): Promise<NoticeConsents> {
    return this.consents.list(actor);
  }

  /** Counts the answers that WeChat's question gave: each acceptance allows one more message, up to 20. */
  @Post('notice-consents')
  @HttpCode(200)
  @Idempotent()
  @ApiOkResponse({ type: NoticeConsents })
  giveConsents(@CurrentActor() actor: Actor, @Body() body: GiveNoticeConsents): Promise<NoticeConsents> {
    return this.consents.give(actor, body.answers);
  }
}
