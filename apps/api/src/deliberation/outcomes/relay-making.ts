import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { workingDaysAfter } from '../../mailbox/deadlines/working-days.js';
import { type LetterBrief, LetterSourcesService } from '../../mailbox/letter-sources.service.js';
import type { OpinionBehind, SourceBehind } from '../../opinions/submissions.service.js';
import { Database } from '../../platform/database/database.js';
import { insertRows } from '../../platform/database/insert-row.js';
import { Journey } from '../../platform/journey/journey.js';
import { Settings } from '../../platform/settings/settings.js';
import type { RelaySource } from './outcome-wording.js';
import { Relay } from './relay.entity.js';
import { RelayReminders } from './relay-reminders.js';

/** News for the people behind an item. */
export interface RelayOccasion {
  readonly itemId: string;
  readonly decisionId: string;
  /** Null when the news is the decision itself. */
  readonly followUpId: string | null;
  /** Everything behind the item. */
  readonly opinions: readonly OpinionBehind[];
  /** The ready-made words for one letter. */
  readonly words: (source: RelaySource) => string;
}

interface Choice {
  readonly opinion: OpinionBehind;
  readonly source: SourceBehind;
}

/** One choice for each letter: of several opinions drawn from it, that of the member whose mailbox it is in now, else the first. */
function chooseByLetter(
  opinions: readonly OpinionBehind[],
  letters: ReadonlyMap<string, LetterBrief>,
): Map<string, Choice> {
  const chosen = new Map<string, Choice>();
  for (const opinion of opinions) {
    for (const source of opinion.sources) {
      const letter = letters.get(source.sourceId);
      if (source.sourceKind !== 'letter' || !letter) continue;
      if (!chosen.has(letter.id) || source.memberId === letter.memberId) chosen.set(letter.id, { opinion, source });
    }
  }
  return chosen;
}

/** Makes relays ready: one for each letter behind an item and each piece of news, in words that can be sent as they are. */
@Injectable()
export class RelayMaking {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly journey: Journey,
    private readonly letters: LetterSourcesService,
    private readonly reminders: RelayReminders,
  ) {}

  /** By when what becomes ready now is sent. */
  dueOf(now: Date): Date {
    return workingDaysAfter(now, this.settings.RELAY_WORKING_DAYS);
  }

  /** Makes them, in the transaction under way, and plans their reminders. */
  async make(occasions: readonly RelayOccasion[], now: Date): Promise<Relay[]> {
    const letters = await this.letters.briefsOf([
      ...new Set(
        occasions.flatMap(({ opinions }) =>
          opinions.flatMap(({ sources }) =>
            sources.filter(({ sourceKind }) => sourceKind === 'letter').map(({ sourceId }) => sourceId),
          ),
        ),
      ),
    ]);
    const told = await this.toldBefore(occasions.map(({ itemId }) => itemId));
    const due = this.dueOf(now);
    const relays = occasions.flatMap((occasion) =>
      [...chooseByLetter(occasion.opinions, letters)].map(([letterId, { opinion, source }]): Relay => {
        const wordsFor = {
          letterTitle: letters.get(letterId)?.title ?? '',
          opinionKind: opinion.kind,
          toldBefore: told.has(`${occasion.itemId}:${letterId}`),
        };
        return {
          id: uuidv7(),
          purpose: occasion.followUpId ? 'follow_up' : 'decision',
          occasionId: occasion.followUpId ?? occasion.decisionId,
          decisionId: occasion.decisionId,
          followUpId: occasion.followUpId,
          itemId: occasion.itemId,
          opinionId: opinion.id,
          sourceId: source.id,
          sourceKind: source.sourceKind,
          letterId,
          memberId: source.memberId,
          writerAccountId: source.writerAccountId,
          text: occasion.words(wordsFor),
          state: 'ready',
          due,
          messageId: null,
          remindedAt: null,
          sentAt: null,
          createdAt: now,
          version: 1,
        };
      }),
    );
    await this.database.write(async (manager) => {
      await insertRows(manager, Relay, relays);
      await this.journey.appendAll(
        relays.map(({ id, itemId, opinionId }) => ({
          subjectKind: 'relay',
          subjectId: id,
          type: 'relay_made_ready',
          party: 'system',
          facts: { itemId, opinionId },
          at: now,
        })),
      );
      await this.reminders.plan(relays);
    });
    return relays;
  }

  /** What was told of decisions on these items, or is being checked, as `item:letter`. */
  private async toldBefore(itemIds: readonly string[]): Promise<Set<string>> {
    if (itemIds.length === 0) return new Set();
    const relays = await this.database.read.find(Relay, {
      select: { itemId: true, letterId: true },
      where: { itemId: In([...itemIds]), purpose: 'decision', state: In(['sent', 'checking']) },
    });
    return new Set(relays.map(({ itemId, letterId }) => `${itemId}:${letterId}`));
  }
}
