import { LOOP_STEPS, type LoopStep } from '@lianxin/shared';
import type { LoopCounts, LoopFiguresView, LoopLetter, LoopPart } from '../src/figures/figures.dto.js';
import { LoopFolding } from '../src/figures/loop-folding.js';
import { workingDaysAfter } from '../src/mailbox/deadlines/working-days.js';
import { Database } from '../src/platform/database/database.js';
import { asDate, type StoredInstant } from '../src/platform/database/instants.js';
import type { TestApp } from './harness.js';
import type { Person } from './people.js';

/** A letter and the steps that it has come to, read from the features' own tables and not from the figures'. */
export interface TrueLetter {
  readonly id: string;
  readonly sectorId: string;
  readonly townshipId: string | null;
  readonly category: string;
  readonly steps: ReadonlySet<LoopStep>;
}

const DRAWN = (states: string) => `SELECT s.sourceId AS id FROM opinion_sources s JOIN opinions o ON o.id = s.opinionId
  WHERE s.sourceKind = 'letter' AND o.state IN (${states})`;
const DECIDED = "'decided', 'fed_back', 'relayed'";
const ACCEPTED = `'accepted', 'merged', 'listed', ${DECIDED}`;
/** Opinions under another, or under a voice, at most three deep in tests: the outcome is that of the last one. */
const ADOPTED = `SELECT s.sourceId AS id FROM opinion_sources s JOIN opinions o ON o.id = s.opinionId
  LEFT JOIN opinions p ON p.id = o.mergedIntoId LEFT JOIN opinions q ON q.id = p.mergedIntoId
  JOIN digest_items i ON i.submissionId = COALESCE(q.mergedIntoId, p.mergedIntoId, o.mergedIntoId, o.id)
  JOIN decisions d ON d.itemId = i.id AND d.signedAt IS NOT NULL AND d.revision =
    (SELECT MAX(e.revision) FROM decisions e WHERE e.itemId = i.id AND e.signedAt IS NOT NULL)
  WHERE s.sourceKind = 'letter' AND o.state IN (${DECIDED}) AND d.outcome IN ('adopted', 'partly_adopted')`;
const RELAYED = `SELECT r.letterId AS id FROM relays r JOIN decisions d ON d.id = r.decisionId
  WHERE r.purpose = 'decision' AND r.state = 'sent' AND d.revision =
    (SELECT MAX(e.revision) FROM decisions e WHERE e.itemId = d.itemId AND e.signedAt IS NOT NULL)`;
const STEPS: [LoopStep, string][] = [
  ['lifted', DRAWN(`'submitted', 'returned', ${ACCEPTED}`)],
  ['accepted', DRAWN(ACCEPTED)],
  ['decided', DRAWN(DECIDED)],
  ['adopted', ADOPTED],
  ['fed_back', DRAWN("'fed_back', 'relayed'")],
  ['relayed', RELAYED],
  ['heard', 'SELECT letterId AS id FROM heard_answers'],
];

/** Every delivered letter as it truly stands. */
export async function trueLetters(test: TestApp): Promise<TrueLetter[]> {
  const { read } = test.app.get(Database);
  const days = test.settings.FIRST_ANSWER_WORKING_DAYS;
  const rows = await read.query<
    (Omit<TrueLetter, 'steps'> & { deliveredAt: StoredInstant; firstAnsweredAt: StoredInstant | null })[]
  >(
    'SELECT id, sectorId, townshipId, category, deliveredAt, firstAnsweredAt FROM letters WHERE deliveredAt IS NOT NULL',
  );
  const came = new Map<LoopStep, Set<string>>();
  for (const [step, statement] of STEPS) {
    const ids = await read.query<{ id: string }[]>(statement);
    came.set(step, new Set(ids.map(({ id }) => id)));
  }
  return rows.map(({ deliveredAt, firstAnsweredAt, ...letter }) => {
    const due = workingDaysAfter(asDate(deliveredAt), days);
    const steps = LOOP_STEPS.filter((step) => came.get(step)?.has(letter.id));
    const inTime = firstAnsweredAt !== null && asDate(firstAnsweredAt) <= due;
    return {
      ...letter,
      steps: new Set<LoopStep>(['delivered', ...(inTime ? ['answered_in_time' as const] : []), ...steps]),
    };
  });
}

/** How many of the letters came to each step. */
export function trueCounts(letters: readonly TrueLetter[]): LoopCounts {
  const counts = LOOP_STEPS.map((step) => [step, letters.filter(({ steps }) => steps.has(step)).length]);
  return Object.fromEntries(counts) as LoopCounts;
}

/** The figures as somebody reads them, and the checks against the rows. */
export class FiguresReader {
  constructor(
    private readonly test: TestApp,
    readonly by: Person,
  ) {}

  async get<Body>(path: string): Promise<Body> {
    const reply = await this.test.request<Body>('GET', `/loop-figures${path}`, { token: this.by.token });
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** The counts of all letters of the usual months, or of a part. */
  async counts(query = ''): Promise<LoopCounts> {
    const { steps } = await this.get<LoopFiguresView>(query);
    return Object.fromEntries(steps.map(({ step, count }) => [step, count])) as unknown as LoopCounts;
  }

  async parts(by: string): Promise<LoopPart[]> {
    return (await this.get<{ items: LoopPart[] }>(`/breakdown?by=${by}`)).items;
  }

  /** All letters behind a figure, page by page. */
  async letters(step: LoopStep, query = '', limit = 100): Promise<LoopLetter[]> {
    const letters: LoopLetter[] = [];
    let cursor = '';
    do {
      const page = await this.get<{ items: LoopLetter[]; nextCursor: string | null }>(
        `/letters?step=${step}&limit=${limit}${query}${cursor && `&cursor=${cursor}`}`,
      );
      letters.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor);
    return letters;
  }

  /** Folds everything there is. */
  fold(): Promise<number> {
    return this.test.app.get(LoopFolding).fold();
  }
}
