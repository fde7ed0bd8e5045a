import { Injectable } from '@nestjs/common';
import { LetterRelaysService } from '../../mailbox/letter-relays.service.js';
import { LetterSourcesService } from '../../mailbox/letter-sources.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, isUniqueViolation } from '../../platform/database/database.js';
import { insertRow } from '../../platform/database/insert-row.js';
import { Journey } from '../../platform/journey/journey.js';
import { actionNotAllowed, notFound } from '../../platform/problems/problem.js';
import { HeardAnswer } from './heard-answer.entity.js';
import { HeardQuestion } from './heard-question.js';
import { LetterMatters } from './letter-matters.js';
import type { AnswerHeard } from './onward.dto.js';
import { OutcomeNotices } from './outcome-notices.js';

const ANSWERED = '您已经说过感受了，谢谢您。';

/** Takes the answer to "were you heard?". */
@Injectable()
export class HeardService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly letters: LetterSourcesService,
    private readonly messages: LetterRelaysService,
    private readonly matters: LetterMatters,
    private readonly question: HeardQuestion,
    private readonly journey: Journey,
    private readonly notices: OutcomeNotices,
  ) {}

  /**
   * Keeps the writer's answer; the members who told are told. Words are checked first, like all that people write.
   * @throws {Problem} 404 when it is not the own letter, 409 before everything is done or a second time.
   */
  async answer(actor: Actor, letterId: string, { stars, words }: AnswerHeard): Promise<void> {
    await this.database.write(async (manager) => {
      const letter = (await this.letters.briefsOf([letterId])).get(letterId);
      if (!letter || letter.writerId !== actor.accountId) throw notFound('这封来信');
      const matters = await this.matters.of(letterId);
      const given = await this.question.answerOf(letterId);
      if (given) throw actionNotAllowed(ANSWERED);
      if (!this.question.isOpen(matters, given)) {
        throw actionNotAllowed('您反映的事还没有全部办完，办完以后再请您说说感受。');
      }
      const at = this.clock.now();
      const messageId = words ? await this.messages.heard(actor, letterId, words) : null;
      try {
        await insertRow(manager, HeardAnswer, { letterId, accountId: actor.accountId, stars, messageId, at });
      } catch (error) {
        throw isUniqueViolation(error) ? actionNotAllowed(ANSWERED) : error;
      }
      const subject = { subjectKind: 'letter', subjectId: letterId, type: 'letter_heard', party: 'writer' };
      await this.journey.append({ ...subject, accountId: actor.accountId, facts: { stars }, at });
      const relays = matters.flatMap(({ relays }) => relays).filter(({ state }) => state === 'sent');
      const byMember = new Map(relays.map((relay) => [relay.memberId, relay]));
      for (const relay of byMember.values()) await this.notices.heard(relay, letter, stars);
    });
  }
}
