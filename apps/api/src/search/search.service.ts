import { LETTER_STATE_LABELS, SUBMISSION_KINDS, type SubmissionKind, TEXT_KINDS, type TextKind } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DigestBriefs } from '../deliberation/digest-briefs.service.js';
import { LetterSourcesService } from '../mailbox/letter-sources.service.js';
import { Submissions } from '../opinions/submissions.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { asIso } from '../platform/database/instants.js';
import type { Page } from '../platform/database/keyset.js';
import type { Mark } from '../platform/text-index/grams.js';
import { type TextHit, TextIndex } from '../platform/text-index/text-index.js';
import type { SearchHit, SearchQuery, TextMark } from './search.dto.js';
import { maySeeLetter, scopesOf } from './search.policy.js';

/** What a hit is called and where it stands now. */
type Standing = Pick<SearchHit, 'reference' | 'state' | 'stateLabel'>;

/** Full-text search over everything that somebody may see. */
@Injectable()
export class SearchService {
  constructor(
    private readonly index: TextIndex,
    private readonly letters: LetterSourcesService,
    private readonly submissions: Submissions,
    private readonly digests: DigestBriefs,
  ) {}

  /** One page, newest first. A page may be short and still lead on to another. */
  async find(actor: Actor, { query, kind, cursor, limit }: SearchQuery): Promise<Page<SearchHit>> {
    const open = scopesOf(actor).filter(({ kinds }) => !kind || kinds.includes(kind));
    const kinds = kind ? [kind] : TEXT_KINDS.filter((one) => open.some((scope) => scope.kinds.includes(one)));
    const scopes = open.map(({ scope }) => scope);
    const page = await this.index.find({ words: query, scopes, kinds, limit, ...(cursor && { cursor }) });
    const asOf = (hit: TextHit) => open.find(({ scope }) => hit.scopes.includes(scope))?.as;
    const standings = await this.standingsOf(actor, page.items);
    const recalled = await this.recalled(
      actor,
      page.items.filter((hit) => asOf(hit) === 'leader'),
    );
    const items = page.items.flatMap((hit): SearchHit[] => {
      const standing = standings.get(hit.id);
      const as = asOf(hit);
      if (!standing || !as || recalled.has(hit.id)) return [];
      const { id, title, excerpt, at } = hit;
      const marks = { titleMarks: hit.titleMarks.map(toMark), excerptMarks: hit.excerptMarks.map(toMark) };
      return [{ kind: hit.kind, id, as, title, excerpt, ...marks, at: asIso(at), ...standing }];
    });
    return { items, nextCursor: page.nextCursor };
  }

  /** Submissions of a digest that was taken back from the leaders just now: the index follows a moment later. */
  private async recalled(actor: Actor, hits: readonly TextHit[]): Promise<Set<string>> {
    const recalled = new Set<string>();
    for (const { kind, id } of hits) {
      if (kind !== 'opinion' && kind !== 'sector_voice') continue;
      if (!(await this.submissions.maySee(actor, { kind, id }))) recalled.add(id);
    }
    return recalled;
  }

  /** Asks the features themselves, by hit: they know numbers and states. What one of them does not know is not shown. */
  private async standingsOf(actor: Actor, hits: readonly TextHit[]): Promise<Map<string, Standing>> {
    const idsOf = (kind: TextKind) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
    const refs = SUBMISSION_KINDS.flatMap((kind: SubmissionKind) => idsOf(kind).map((id) => ({ kind, id })));
    const [letters, submissions, digests] = await Promise.all([
      this.letters.briefsOf(idsOf('letter')),
      refs.length > 0 ? this.submissions.summaries(refs) : new Map<string, never>(),
      this.digests.briefsOf(idsOf('digest')),
    ]);
    const standings = new Map<string, Standing>();
    for (const letter of letters.values()) {
      const { id, reference, state } = letter;
      if (maySeeLetter(actor, letter)) standings.set(id, { reference, state, stateLabel: LETTER_STATE_LABELS[state] });
    }
    for (const { id, reference, state, stateLabel } of [...submissions.values(), ...digests.values()]) {
      standings.set(id, { reference, state, stateLabel });
    }
    return standings;
  }
}

function toMark([start, end]: Mark): TextMark {
  return { start, end };
}
