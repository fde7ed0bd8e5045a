import { SUBMISSION_KINDS, type SubmissionKind } from '@lianxin/shared';
import { Body, Controller, Get, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { mayUseDesk } from '../opinions/intake/intake.policy.js';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { ApiItems } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { AssignSubmission, DeskNoteView, DeskPresences, WriteDeskNote } from './desk.dto.js';
import { DeskNotesService } from './desk-notes.service.js';
import { DeskPresencesService } from './desk-presences.service.js';
import { IntakeItem } from './intake.dto.js';
import { IntakeService } from './intake.service.js';

const kinds = Object.fromEntries(SUBMISSION_KINDS.map((kind) => [kind, kind]));

/** What colleagues of a desk do about a submission among themselves. 404 for whoever does not sit at the desk where it lies. */
@ApiTags('desk')
@ApiParam({ name: 'kind', enum: SUBMISSION_KINDS, enumName: 'SubmissionKind' })
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
    @Param('kind', new ParseEnumPipe(kinds)) kind: SubmissionKind,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AssignSubmission,
  ): Promise<IntakeItem> {
    return this.intake.assign(actor, { kind, id }, body);
  }

  /** Notes of the own desk, oldest first. */
  @Get('notes')
  @ApiItems(DeskNoteView)
  async listNotes(
    @CurrentActor() actor: Actor,
    @Param('kind', new ParseEnumPipe(kinds)) kind: SubmissionKind,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: DeskNoteView[] }> {
    return { items: await this.notes.list(actor, { kind, id }) };
  }

  /** Writes a note for colleagues of the own desk. */
  @Post('notes')
  @Idempotent()
  @ApiCreatedResponse({ type: DeskNoteView })
  write(
    @CurrentActor() actor: Actor,
    @Param('kind', new ParseEnumPipe(kinds)) kind: SubmissionKind,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WriteDeskNote,
  ): Promise<DeskNoteView> {
    return this.notes.write(actor, { kind, id }, body);
  }

  /** Says that one has it open, and learns who else has. To be said every 30 seconds; after 90 without it one counts as gone. */
  @Put('presence')
  @ApiOkResponse({ type: DeskPresences })
  present(
    @CurrentActor() actor: Actor,
    @Param('kind', new ParseEnumPipe(kinds)) kind: SubmissionKind,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DeskPresences> {
    return this.presences.say(actor, { kind, id });
  }
}
