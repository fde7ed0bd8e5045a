import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { mayUseDesk } from '../opinions/intake/intake.policy.js';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { ApiItems } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { AssignSubmission, DeskNoteView, DeskPresences, DeskSubmission, WriteDeskNote } from './desk.dto.js';
import { DeskNotesService } from './desk-notes.service.js';
import { DeskPresencesService } from './desk-presences.service.js';
import { IntakeItem } from './intake.dto.js';
import { IntakeService } from './intake.service.js';

/** What colleagues of a desk do about a submission among themselves. 404 for whoever does not sit at the desk where it lies. */
@ApiTags('desk')
@Controller('desk/submissions/:kind/:id')
@RequireAbility(mayUseDesk)
export class DeskSubmissionsController {
  constructor(
    private readonly intake: IntakeService,
    private readonly notes: DeskNotesService,
    private readonly presences: DeskPresencesService,
  ) {}

  /** Puts it into the hands of a colleague, or of nobody. @throws {Problem} 409 for a stale version, 422 for somebody of another desk. */
  @Put('assignee')
  @ApiOkResponse({ type: IntakeItem })
  assign(
    @CurrentActor() actor: Actor,
    @Param() submission: DeskSubmission,
    @Body() body: AssignSubmission,
  ): Promise<IntakeItem> {
    return this.intake.assign(actor, submission, body);
  }

  /** Notes of the own desk, oldest first. */
  @Get('notes')
  @ApiItems(DeskNoteView)
  async listNotes(
    @CurrentActor() actor: Actor,
    @Param() submission: DeskSubmission,
  ): Promise<{ items: DeskNoteView[] }> {
    return { items: await this.notes.list(actor, submission) };
  }

  /** Writes a note for colleagues of the own desk. */
  @Post('notes')
  @Idempotent()
  @ApiCreatedResponse({ type: DeskNoteView })
  write(
    @CurrentActor() actor: Actor,
    @Param() submission: DeskSubmission,
    @Body() body: WriteDeskNote,
  ): Promise<DeskNoteView> {
    return this.notes.write(actor, submission, body);
  }

  /** Says that one has it open, and learns who else has. To be said every 30 seconds; after 90 without it one counts as gone. */
  @Put('presence')
  @ApiOkResponse({ type: DeskPresences })
  present(@CurrentActor() actor: Actor, @Param() submission: DeskSubmission): Promise<DeskPresences> {
    return this.presences.say(actor, submission);
  }
}
