import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { LetterViewsService } from './letter-views.service.js';
import {
  AnswerLetter,
  AppealLetter,
  CloseLetter,
  FollowUpLetter,
  LetterChange,
  NoteLetter,
  RateLetter,
  ReasonedChange,
  ReferLetter,
  ReportLetter,
  SnoozeLetter,
  TransferLetter,
} from './letters.dto.js';
import { maySeeOverdue, mayTransfer, mayUseMailbox, mayWriteLetters } from './letters.policy.js';
import { LetterView } from './letters.views.js';
import { MemberActionsService } from './member-actions.service.js';
import { WriterActionsService } from './writer-actions.service.js';

/**
 * What is done with a letter. Each answers with the letter as it is now. Every one may be refused: 404 when the letter is not for
 * this actor, 409 for a stale version or an action that cannot follow the present state.
 */
@ApiTags('mailbox')
@Controller('letters/:id')
export class LetterActionsController {
  constructor(
    private readonly views: LetterViewsService,
    private readonly member: MemberActionsService,
    private readonly writer: WriterActionsService,
  ) {}

  /** Opens a letter for the first time. */
  @Post('open')
  @HttpCode(200)
  @RequireAbility(mayUseMailbox)
  @ApiOkResponse({ type: LetterView })
  async open(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LetterChange,
  ): Promise<LetterView> {
    await this.member.open(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Answers. The answer is shown once it has passed the content check. */
  @Post('answer')
  @HttpCode(200)
  @Idempotent()
  @RequireAbility(mayUseMailbox)
  @ApiOkResponse({ type: LetterView })
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerLetter,
  ): Promise<LetterView> {
    await this.member.answer(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Hands the letter to another member; the addressee's reason is checked first. The letter may then be out of sight. */
  @Post('transfer')
  @HttpCode(204)
  @RequireAbility(mayTransfer)
  @ApiNoContentResponse()
  transfer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: TransferLetter,
  ): Promise<void> {
    return this.member.transfer(actor, id, body);
  }

  /** Names the right channel (Art. 7). */
  @Post('refer')
  @HttpCode(200)
  @RequireAbility(mayUseMailbox)
  @ApiOkResponse({ type: LetterView })
  async refer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReferLetter,
  ): Promise<LetterView> {
    await this.member.refer(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Returns the letter with a reason. */
  @Post('return')
  @HttpCode(200)
  @RequireAbility(mayUseMailbox)
  @ApiOkResponse({ type: LetterView })
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonedChange,
  ): Promise<LetterView> {
    await this.member.return(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Puts the letter aside until a time. */
  @Post('snooze')
  @HttpCode(200)
  @RequireAbility(mayUseMailbox)
  @ApiOkResponse({ type: LetterView })
  async snooze(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SnoozeLetter,
  ): Promise<LetterView> {
    await this.member.snooze(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Adds a note to self. */
  @Post('notes')
  @HttpCode(200)
  @Idempotent()
  @RequireAbility(mayUseMailbox)
  @ApiOkResponse({ type: LetterView })
  async addNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NoteLetter,
  ): Promise<LetterView> {
    await this.member.note(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Tells the office of abuse. */
  @Post('report')
  @HttpCode(200)
  @RequireAbility(mayUseMailbox)
  @ApiOkResponse({ type: LetterView })
  async report(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReportLetter,
  ): Promise<LetterView> {
    await this.member.report(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Reminds the member; office and member affairs. */
  @Post('remind')
  @HttpCode(200)
  @RequireAbility(maySeeOverdue)
  @ApiOkResponse({ type: LetterView })
  async remind(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LetterChange,
  ): Promise<LetterView> {
    await this.member.remind(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Writes again after an answer. */
  @Post('follow-up')
  @HttpCode(200)
  @Idempotent()
  @RequireAbility(mayWriteLetters)
  @ApiOkResponse({ type: LetterView })
  async followUp(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FollowUpLetter,
  ): Promise<LetterView> {
    await this.writer.followUp(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Takes the letter back before an answer. */
  @Post('withdraw')
  @HttpCode(200)
  @RequireAbility(mayWriteLetters)
  @ApiOkResponse({ type: LetterView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LetterChange,
  ): Promise<LetterView> {
    await this.writer.withdraw(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Closes an answered letter. */
  @Post('close')
  @HttpCode(200)
  @RequireAbility(mayWriteLetters)
  @ApiOkResponse({ type: LetterView })
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CloseLetter,
  ): Promise<LetterView> {
    await this.writer.close(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Rates a closed letter, once. */
  @Post('rate')
  @HttpCode(200)
  @RequireAbility(mayWriteLetters)
  @ApiOkResponse({ type: LetterView })
  async rate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RateLetter,
  ): Promise<LetterView> {
    await this.writer.rate(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Opens a closed letter again, once. */
  @Post('reopen')
  @HttpCode(200)
  @RequireAbility(mayWriteLetters)
  @ApiOkResponse({ type: LetterView })
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonedChange,
  ): Promise<LetterView> {
    await this.writer.reopen(actor, id, body);
    return this.views.show(actor, id);
  }

  /** Asks the office to look again at what was withheld; the writer or the member. */
  @Post('appeal')
  @HttpCode(200)
  @Idempotent()
  @RequireAbility(mayWriteLetters)
  @ApiOkResponse({ type: LetterView })
  async appeal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AppealLetter,
  ): Promise<LetterView> {
    await this.writer.appeal(actor, id, body);
    return this.views.show(actor, id);
  }
}
