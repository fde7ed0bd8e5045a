import type { SubmissionRef } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type OpinionOfSource, Submissions } from '../../opinions/submissions.service.js';
import { Database } from '../../platform/database/database.js';
import type { Decision } from '../decision.entity.js';
import { Decisions } from '../decisions.service.js';
import { type OutcomeItem, OutcomeItems } from './outcome-items.js';
import { Relay } from './relay.entity.js';
import { UNTOLD } from './relay-changes.js';
import type { ResponsibleItem } from './responsible-item.entity.js';
import { isOpen, ResponsibleItems } from './responsible-items.js';

/** One thing that was made of a letter. */
export interface LetterMatter {
  /** The opinions drawn from the letter that go the same way, handed in at least once, in that order. */
  readonly opinions: readonly [OpinionOfSource, ...OpinionOfSource[]];
  readonly item: OutcomeItem | null;
  /** The decision in force; it may not have been fed back yet. */
  readonly decision: Decision | null;
  readonly responsible: ResponsibleItem | null;
  /** Relays into this letter, oldest first, those replaced left out. */
  readonly relays: readonly Relay[];
}

/** True when the author took all of it back. */
export function isTakenBack({ opinions }: Pick<LetterMatter, 'opinions'>): boolean {
  return opinions.every(({ state }) => state === 'withdrawn');
}

/** True when the writer was told of the decision in force and of all that followed, and nobody is to do anything any more. */
export function isDone({ decision, relays, responsible }: LetterMatter): boolean {
  if (!decision?.fedBackAt) return false;
  const told = relays.some((relay) => relay.decisionId === decision.id && relay.state === 'sent');
  return told && !relays.some(({ state }) => UNTOLD.includes(state)) && !isOpen(responsible);
}

/** What was made of letters, as the product knows it; who may be told what of it is decided where it is shown. */
@Injectable()
export class LetterMatters {
  constructor(
    private readonly database: Database,
    private readonly submissions: Submissions,
    private readonly items: OutcomeItems,
    private readonly decisions: Decisions,
    private readonly responsible: ResponsibleItems,
  ) {}

  /** What was made of one letter, the first handed in first. */
  async of(letterId: string): Promise<LetterMatter[]> {
    const drawn = (await this.submissions.opinionsOfSource('letter', letterId))
      .filter(({ submittedAt }) => submittedAt !== null)
      .sort((a, b) => (a.submittedAt?.getTime() ?? 0) - (b.submittedAt?.getTime() ?? 0));
    if (drawn.length === 0) return [];
    const roots = await this.submissions.rootsOf(drawn.map(({ id }) => id));
    const groups = new Map<string, { root: SubmissionRef; opinions: [OpinionOfSource, ...OpinionOfSource[]] }>();
    for (const opinion of drawn) {
      const root = roots.get(opinion.id) ?? { kind: 'opinion', id: opinion.id };
      const group = groups.get(root.id);
      if (group) group.opinions.push(opinion);
      else groups.set(root.id, { root, opinions: [opinion] });
    }
    const items = await this.items.ofSubmissions([...groups.values()].map(({ root }) => root));
    const itemIds = [...items.values()].map(({ id }) => id);
    const decisions = await this.decisions.currentOf(itemIds);
    const responsible = await this.responsible.of(itemIds);
    const relays = await this.database.read.find(Relay, {
      where: { letterId, state: Not('superseded') },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return [...groups.values()].map(({ root, opinions }) => {
      const item = items.get(root.id) ?? null;
      return {
        opinions,
        item,
        decision: decisions.get(item?.id ?? '') ?? null,
        responsible: responsible.get(item?.id ?? '') ?? null,
        relays: relays.filter(({ itemId }) => itemId === item?.id),
      };
    });
  }
}
