import { SUBMISSION_KINDS, type SubmissionRef } from '@lianxin/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Decisions } from '../deliberation/decisions.service.js';
import { LetterOutcomes } from '../deliberation/outcomes/letter-outcomes.service.js';
import { LetterRecordsService } from '../mailbox/letter-records.service.js';
import { Submissions } from '../opinions/submissions.service.js';
import { Database, isUniqueViolation } from '../platform/database/database.js';
import { insertRow, insertRows } from '../platform/database/insert-row.js';
import { Journey } from '../platform/journey/journey.js';
import type { JourneyEvent } from '../platform/journey/journey-event.entity.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { LetterProgress } from './letter-progress.entity.js';
import { LoopChange } from './loop-change.entity.js';
import { changesBetween, isSame, type LiftedOpinion, progressOf } from './loop-progress.js';

/** Outbox topic on which the letters that were there before the figures are counted, a batch a message. */
const LETTERS_BEFORE = 'figures.letters';
const BATCH = 200;

const LETTER_STEPS = ['letter_delivered', 'letter_answered', 'letter_transferred', 'letter_relay_sent', 'letter_heard'];
const OPINION_STEPS = [
  'opinion_submitted',
  'opinion_returned',
  'opinion_withdrawn',
  'opinion_accepted',
  'opinion_merged',
  'opinion_split',
  'opinion_decided',
  'opinion_fed_back',
  'opinion_relayed',
  'opinion_sources_changed',
];
const CORRECTION = 'item_corrected';

/**
 * Keeps every letter's progress in step with what happens to it, in the transaction in which it happens: whatever the step, the letters
 * behind it are looked at anew, so that figures follow corrections as they follow progress.
 */
@Injectable()
export class LoopRecounts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journey: Journey,
    private readonly outbox: Outbox,
    private readonly letters: LetterRecordsService,
    private readonly submissions: Submissions,
    private readonly decisions: Decisions,
    private readonly outcomes: LetterOutcomes,
  ) {}

  onModuleInit(): void {
    this.journey.subscribeToBatches([...LETTER_STEPS, ...OPINION_STEPS, CORRECTION], async (events) =>
      this.recount(await this.lettersBehind(events)),
    );
    this.outbox.register<{ after: string }>(LETTERS_BEFORE, ({ after }) => this.countAfter(after));
  }

  /** Looks at letters anew and writes what has changed, in the transaction under way. */
  async recount(letterIds: readonly string[]): Promise<void> {
    const ids = [...new Set(letterIds)].sort();
    await this.database.write(async (manager) => {
      for (let at = 0; at < ids.length; at += BATCH) await this.recountSome(manager, ids.slice(at, at + BATCH));
    });
  }

  /** The rows are held before anything is looked at, so that of two changes to one letter the later sees what the earlier did. */
  private async recountSome(manager: EntityManager, ids: readonly string[]): Promise<void> {
    const held = await this.hold(manager, ids);
    const records = await this.letters.of(ids);
    const opinions = await this.opinionsOf(records.map(({ id }) => id));
    const back = await this.outcomes.of(records.map(({ id }) => id));
    const changes: LoopChange[] = [];
    for (const letter of records) {
      const before = held.get(letter.id) ?? null;
      const after = progressOf(letter, opinions.get(letter.id) ?? [], back.get(letter.id), before);
      if (before && isSame(before, after)) continue;
      changes.push(...changesBetween(before, after));
      await manager.update(LetterProgress, { letterId: letter.id }, after);
    }
    await insertRows(manager, LoopChange, changes);
  }

  /** What was counted of each letter so far; null for one that was not counted yet and whose row is made now. */
  private async hold(manager: EntityManager, ids: readonly string[]): Promise<Map<string, LetterProgress | null>> {
    const held = new Map<string, LetterProgress | null>();
    for (const row of await this.lock(manager, ids)) held.set(row.letterId, row);
    const missing = await this.letters.of(ids.filter((id) => !held.has(id)));
    for (const letter of missing) {
      try {
        await insertRow(manager, LetterProgress, progressOf(letter, [], undefined, null));
        held.set(letter.id, null);
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const [made] = await this.lock(manager, [letter.id]);
        held.set(letter.id, made ?? null);
      }
    }
    return held;
  }

  private lock(manager: EntityManager, ids: readonly string[]): Promise<LetterProgress[]> {
    const query = manager
      .createQueryBuilder(LetterProgress, 'progress')
      .where('progress.letterId IN (:...ids)', { ids: [...ids] })
      .orderBy('progress.letterId');
    if (!this.database.isSqlite) query.setLock('pessimistic_write');
    return query.getMany();
  }

  /** The opinions drawn from each letter, with the outcome of what each of them is under at last. */
  private async opinionsOf(letterIds: readonly string[]): Promise<Map<string, LiftedOpinion[]>> {
    const drawn = await this.submissions.opinionsOfSources('letter', letterIds);
    const decided = [...drawn.values()].flat().filter(({ decidedAt }) => decidedAt !== null);
    const roots = await this.submissions.rootsOf([...new Set(decided.map(({ id }) => id))]);
    const outcomes = await this.decisions.outcomesOf(distinct([...roots.values()]));
    const outcomeOf = (opinionId: string) => {
      const root = roots.get(opinionId);
      return (root && outcomes.get(keyOf(root))?.outcome) ?? null;
    };
    return new Map(
      [...drawn].map(([letterId, opinions]) => [
        letterId,
        opinions.map((opinion) => ({ ...opinion, outcome: outcomeOf(opinion.id) })),
      ]),
    );
  }

  private async lettersBehind(events: readonly JourneyEvent[]): Promise<string[]> {
    const of = (types: readonly string[]) => events.filter(({ type }) => types.includes(type));
    const opinionIds = of(OPINION_STEPS).map(({ subjectId }) => subjectId);
    const taken = of(['opinion_sources_changed']).flatMap(
      ({ facts }) => (facts.letterIds as string[] | undefined) ?? [],
    );
    const corrected = of([CORRECTION]).flatMap(({ facts }) => refOf(facts));
    const behind = corrected.length > 0 ? await this.submissions.behindAll(corrected) : new Map<string, never>();
    return [
      ...of(LETTER_STEPS).map(({ subjectId }) => subjectId),
      ...taken,
      ...(opinionIds.length > 0 ? await this.submissions.sourceIdsOf(opinionIds, 'letter') : []),
      ...[...behind.values()].flatMap(({ opinions }) =>
        opinions.flatMap(({ sources }) =>
          sources.filter(({ sourceKind }) => sourceKind === 'letter').map(({ sourceId }) => sourceId),
        ),
      ),
    ];
  }

  /** One batch of the letters of an older version, and the message for the next. */
  private async countAfter(after: string): Promise<void> {
    const ids = await this.letters.idsAfter(after, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return;
    await this.database.write(async () => {
      await this.recount(ids);
      await this.outbox.emit(LETTERS_BEFORE, { after: last });
    });
  }
}

const keyOf = ({ kind, id }: SubmissionRef) => `${kind}:${id}`;

function distinct(refs: readonly SubmissionRef[]): SubmissionRef[] {
  return [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
}

/** The submission that a step of a digest item names. */
function refOf({ submissionKind, submissionId }: JourneyEvent['facts']): SubmissionRef[] {
  const kind = SUBMISSION_KINDS.find((one) => one === submissionKind);
  return kind && typeof submissionId === 'string' ? [{ kind, id: submissionId }] : [];
}
