import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import { OutcomeView } from './outcome.dto.js';
import { OutcomeService } from './outcome.service.js';
import { maySeeOutcomes } from './outcomes.policy.js';

/** What became of an opinion or a sector voice. */
@ApiTags('outcomes')
@Controller()
@RequireAbility(maySeeOutcomes)
export class OutcomeController {
  constructor(private readonly outcome: OutcomeService) {}

  /** Of an opinion: for its author and co-signers, its desks, and leaders. @throws {Problem} 404 for everyone else. */
  @Get('opinions/:id/outcome')
  @ApiOkResponse({ type: OutcomeView })
  ofOpinion(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OutcomeView> {
    return this.outcome.of(actor, { kind: 'opinion', id });
  }

  /** Of a sector voice: for its convener and contributors, the office, and leaders. @throws {Problem} 404 for everyone else. */
  @Get('sector-voices/:id/outcome')
  @ApiOkResponse({ type: OutcomeView })
  ofVoice(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OutcomeView> {
    return this.outcome.of(actor, { kind: 'sector_voice', id });
  }
}
