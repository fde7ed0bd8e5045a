import type { OpinionDesk, OpinionState, SubmissionRef } from '@lianxin/shared';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Decision } from '../../src/deliberation/decision.entity.js';
import { Digest } from '../../src/deliberation/digest.entity.js';
import { DigestItem } from '../../src/deliberation/digest-item.entity.js';
import { Letter } from '../../src/mailbox/letter.entity.js';
import { LetterMessage } from '../../src/mailbox/letter-message.entity.js';
import { Opinion } from '../../src/opinions/opinion.entity.js';
import { OpinionSource } from '../../src/opinions/opinion-source.entity.js';
import { SectorVoice } from '../../src/opinions/voices/sector-voice.entity.js';
import { VoiceContribution } from '../../src/opinions/voices/voice-contribution.entity.js';
import { insertRows } from '../../src/platform/database/insert-row.js';
import { JourneyEvent } from '../../src/platform/journey/journey-event.entity.js';
import { type LoopRows, submittedStep } from './loop-rows.js';
import type { Case, LoopWorld } from './loop-world.js';

/** How the accepted opinions of a case stand: each by itself, the third under the first, or the first two under a sector voice. */
export const SHAPES = ['apart', 'merged', 'voice'] as const;
export type LoopShape = (typeof SHAPES)[number];

/** Brings cases to where sequences begin, by writing the rows: what is tried is what comes after. */
export class LoopStages {
  constructor(
    private readonly loop: LoopWorld,
    private readonly rows: LoopRows,
  ) {}

  /** Begins a case: four letters of three people to two members, and three opinions drawn from them that have come to a state. */
  async begin(state: Extract<OpinionState, 'draft' | 'submitted' | 'accepted'>, desk: OpinionDesk): Promise<Case> {
    const now = this.loop.world.test.clock.now();
    const letters = (
      [
        ['writer', 'author'],
        ['neighbour', 'author'],
        ['third', 'second'],
        ['writer', 'second'],
      ] as const
    ).map(([writer, member]) => ({ id: uuidv7(), writer, member, mark: this.loop.mark() }));
    const drawn = [
      ['author', [0, 1]],
      ['second', [2]],
      ['author', [1]],
    ] as const;
    const opinions = drawn.map(([author]) => ({ id: uuidv7(), author, mark: this.loop.mark() }));
    const sources = new Map(
      opinions.map(({ id }, index) => [id, new Set((drawn[index]?.[1] ?? []).map((at) => letters[at]?.id ?? ''))]),
    );
    await this.loop.database.write(async (manager) => {
      for (const table of this.loop.tablesToEmpty()) await manager.query(`DELETE FROM ${table}`);
      await insertRows(
        manager,
        Letter,
        letters.map((letter) => this.rows.letter(letter, now)),
      );
      await insertRows(
        manager,
        LetterMessage,
        letters.map((letter) => this.rows.message(letter, now)),
      );
      await insertRows(
        manager,
        Opinion,
        opinions.map((opinion) => this.rows.opinion(opinion, state, desk, now)),
      );
      const links = opinions.flatMap(({ id, author }) =>
        letters
          .filter((letter) => sources.get(id)?.has(letter.id))
          .map((letter) => this.rows.link(id, author, letter, now)),
      );
      await insertRows(manager, OpinionSource, links);
      if (state !== 'draft')
        await insertRows(
          manager,
          JourneyEvent,
          opinions.map(({ id }) => submittedStep(id, now)),
        );
    });
    return { letters, opinions, sources };
  }

  /** Puts accepted opinions under each other. */
  async join({ opinions }: Case, shape: LoopShape): Promise<void> {
    this.loop.changed();
    const [first, second, third] = opinions;
    if (!first || !second || !third || shape === 'apart') return;
    await this.loop.database.write(async (manager) => {
      if (shape === 'merged') {
        const under = { state: 'merged', mergedIntoKind: 'opinion', mergedIntoId: first.id } as const;
        await manager.update(Opinion, { id: third.id }, under);
        return;
      }
      const voice = this.rows.voice(this.loop.world.test.clock.now());
      await insertRows(manager, SectorVoice, [voice]);
      await insertRows(manager, VoiceContribution, this.rows.contributions(voice.id));
      const under = { state: 'merged', mergedIntoKind: 'sector_voice', mergedIntoId: voice.id } as const;
      await manager.update(Opinion, { id: In([first.id, second.id]) }, under);
    });
  }

  /** Puts what stands by itself on a digest that is reported, or decided: one declined, one noted, one adopted with a body to act. */
  async report(state: 'submitted' | 'decided'): Promise<void> {
    this.loop.changed();
    const { opinions, voices } = await this.loop.snapshot();
    this.loop.changed();
    const now = this.loop.world.test.clock.now();
    const roots: SubmissionRef[] = [
      ...voices.map(({ id }) => ({ kind: 'sector_voice' as const, id })),
      ...opinions
        .filter(({ mergedIntoId }) => mergedIntoId === null)
        .map(({ id }) => ({ kind: 'opinion' as const, id })),
    ];
    const digest = this.rows.digest(state, now);
    const items = roots.map((root, index) => this.rows.item(digest.id, root, index));
    const outcomes = ['declined', 'adopted', 'noted'] as const;
    const listed = { listedAt: now, state: 'listed' } as const;
    const decided = { listedAt: now, state: 'decided', decidedAt: now } as const;
    await this.loop.database.write(async (manager) => {
      await insertRows(manager, Digest, [digest]);
      await insertRows(manager, DigestItem, items);
      const [own, under] = [roots.map(({ id }) => id), opinions.filter(({ mergedIntoId }) => mergedIntoId !== null)];
      await manager.update(Opinion, { id: In(own) }, state === 'decided' ? decided : listed);
      if (voices.length > 0) await manager.update(SectorVoice, { id: In(own) }, state === 'decided' ? decided : listed);
      const merged = { id: In(under.map(({ id }) => id)) };
      if (under.length > 0) await manager.update(Opinion, merged, state === 'decided' ? decided : { listedAt: now });
      if (state === 'submitted') return;
      const decisions = items.map(({ id }, index) => this.rows.decision(id, outcomes[index] ?? 'noted', now));
      await insertRows(manager, Decision, decisions);
    });
  }
}
