import { DECISION_OUTCOMES } from '@lianxin/shared';
import { LoopPicks, type LoopRequest, OFFICE, pick, some } from './loop-picks.js';
import type { LoopAction, LoopStep } from './loop-steps.js';
import type { Snapshot, Who } from './loop-world.js';

const DECIDERS: readonly Who[] = ['office', 'signer', 'leader'];
const DECIDED = ['decided', 'fed_back', 'relayed'];

/** Turns steps into requests, as the rows stand. */
export class LoopRequests extends LoopPicks {
  /** The request of a step; null when there is nothing yet that it could be about. */
  request(step: LoopStep): LoopRequest | null {
    const made = this.make(step);
    if (!made) return null;
    const who = step.mood === 'anybody' ? step.who : made.who;
    const version = made.body?.version;
    const stale = step.mood === 'stale' && typeof version === 'number';
    return {
      ...made,
      who,
      ...(stale && { never: true, body: { ...made.body, version: version === 1 ? 9 : version - 1 } }),
    };
  }

  private make({ action, mood, a, b }: LoopStep): LoopRequest | null {
    const fair = mood !== 'anybody';
    switch (action) {
      case 'submit':
      case 'withdraw': {
        const open = action === 'submit' ? ['draft', 'returned'] : ['draft', 'submitted', 'returned'];
        const opinion = this.opinion(fair ? open : null, a);
        if (!opinion || (action === 'withdraw' && b % 4 > 0)) return null;
        const { author } = this.caseOpinion(opinion.id);
        return this.post(author, `/opinions/${opinion.id}/${action}`, { version: opinion.version }, [author]);
      }
      case 'accept':
      case 'return':
      case 'pass_on': {
        const opinion = this.opinion(fair ? ['submitted'] : null, a);
        if (!opinion) return null;
        const receivers = this.receivers(opinion.desk);
        const reason = mood === 'empty' ? ' ' : '请再补充。';
        const never = mood === 'empty' && action !== 'accept';
        const more = { accept: {}, return: { reason }, pass_on: { reason, desk: 'office' } }[action];
        const path = `/opinions/${opinion.id}/${action.replace('_', '-')}`;
        return { ...this.post(this.at(receivers, b), path, { version: opinion.version, ...more }, receivers), never };
      }
      case 'merge': {
        const opinion = this.opinion(fair ? ['accepted'] : null, a);
        const into =
          opinion &&
          pick(
            this.rows.opinions.filter(({ id, state }) => id !== opinion.id && (!fair || state === 'accepted')),
            b,
          );
        if (!opinion || !into) return null;
        const receivers = this.receivers(opinion.desk);
        const body = { version: opinion.version, intoId: into.id };
        return this.post(this.at(receivers, b), `/opinions/${opinion.id}/merge`, body, receivers);
      }
      case 'split': {
        const opinion = this.opinion(fair ? ['merged'] : null, a);
        if (!opinion) return null;
        const receivers = this.receivers(opinion.desk);
        return this.post(
          this.at(receivers, b),
          `/opinions/${opinion.id}/split`,
          { version: opinion.version },
          receivers,
        );
      }
      case 'sources':
        return this.sources(this.opinion(fair ? ['draft', 'returned'] : null, a), b);
      case 'take_back':
        return this.takeBack(a);
      case 'compose': {
        const opinionIds = some(
          this.rows.opinions.filter(({ state, desk }) => !fair || (state === 'accepted' && desk === 'sector_group')),
          b,
        ).map(({ id }) => id);
        const body = { opinionIds, title: '界别声音' };
        return opinionIds.length > 0 ? this.post('convener', '/sector-voices', body, ['convener']) : null;
      }
      case 'choose':
      case 'voice':
        return this.voice(action, mood, a, b);
      default:
        return this.wayBack(action, mood, a, b);
    }
  }

  private wayBack(action: LoopAction, mood: LoopStep['mood'], a: number, b: number): LoopRequest | null {
    const fair = mood !== 'anybody';
    const { digests, items, relays } = this.rows;
    switch (action) {
      case 'digest':
        if (digests.length > 1) return null;
        return this.post('office', '/digests', { meetingName: '第一次主席会议', meetingDate: '2026-03-05' }, OFFICE);
      case 'add': {
        const digest = this.digest(fair ? ['draft'] : null, a);
        const roots = [
          ...this.rows.opinions
            .filter(({ state }) => !fair || state === 'accepted')
            .map(({ id }) => ({ kind: 'opinion', id })),
          ...this.rows.voices
            .filter(({ state }) => !fair || state === 'accepted')
            .map(({ id }) => ({ kind: 'sector_voice', id })),
        ];
        if (!digest || roots.length === 0) return null;
        const body = { version: digest.version, submissions: some(roots, b) };
        return this.post(this.at(OFFICE, b), `/digests/${digest.id}/items`, body, OFFICE);
      }
      case 'remove': {
        const item = pick(
          items.filter(({ digestId }) => !fair || this.stateOfDigest(digestId) === 'draft'),
          a,
        );
        const digest = digests.find(({ id }) => id === item?.digestId);
        if (!item || !digest) return null;
        const path = `/digests/${digest.id}/items/${item.id}?version=${digest.version}`;
        return { who: 'office', method: 'DELETE', path, allowed: OFFICE };
      }
      case 'report':
      case 'recall': {
        const digest = this.digest(fair ? [action === 'report' ? 'draft' : 'submitted'] : null, a);
        if (!digest || (action === 'recall' && b % 3 > 0)) return null;
        const path = `/digests/${digest.id}/${action === 'report' ? 'submit' : 'recall'}`;
        return this.post(this.at(OFFICE, b), path, { version: digest.version }, OFFICE);
      }
      case 'decide':
      case 'correct':
      case 'sign':
        return this.decision(action, mood, a, b);
      case 'feed_back': {
        const digest = this.digest(fair ? ['decided', 'fed_back'] : null, a);
        return digest
          ? this.post(this.at(OFFICE, b), `/digests/${digest.id}/feedback`, { version: digest.version }, OFFICE)
          : null;
      }
      case 'relay': {
        const relay = pick(
          relays.filter(({ state }) => !fair || state === 'ready' || state === 'withheld'),
          a,
        );
        if (!relay) return null;
        const owner = this.memberName(relay.memberId);
        const body = { version: relay.version, text: mood === 'empty' ? '' : relay.text };
        return { ...this.post(owner, `/relays/${relay.id}/send`, body, [owner]), never: mood === 'empty' };
      }
      case 'follow_up': {
        const item = pick(items, a);
        if (!item) return null;
        const status = pick(['not_started', 'in_hand', 'done', 'cannot_be_done'], b);
        const body = { status, text: mood === 'empty' ? '' : this.loop.mark(), photoIds: [] };
        return {
          ...this.post(this.at(OFFICE, b), `/digest-items/${item.id}/follow-ups`, body, OFFICE),
          never: mood === 'empty',
        };
      }
      case 'remind': {
        const relay = pick(relays, a);
        const desks: readonly Who[] = [...OFFICE, 'affairs'];
        return relay
          ? this.post(this.at(desks, b), `/desk/relays/${relay.id}/remind`, { version: relay.version }, desks)
          : null;
      }
      default: {
        const letter = pick(this.of.letters, a);
        return letter
          ? this.post(letter.writer, `/letters/${letter.id}/heard`, { stars: (b % 5) + 1 }, [letter.writer])
          : null;
      }
    }
  }

  private decision(
    action: 'decide' | 'correct' | 'sign',
    mood: LoopStep['mood'],
    a: number,
    b: number,
  ): LoopRequest | null {
    const states = action === 'decide' ? ['submitted'] : action === 'correct' ? ['decided', 'fed_back'] : null;
    const pendingOf = (itemId: string): Snapshot['decisions'][number] | undefined => {
      const last = this.rows.decisions.findLast((decision) => decision.itemId === itemId);
      return last?.signedAt === null ? last : undefined;
    };
    const open = this.rows.items.filter(({ id, digestId }) => {
      if (mood === 'anybody') return true;
      if (states) return states.includes(this.stateOfDigest(digestId));
      return pendingOf(id) !== undefined;
    });
    const item = pick(open, a);
    if (!item) return null;
    const path = `/digests/${item.digestId}/items/${item.id}`;
    if (action === 'sign') {
      const recorder = pendingOf(item.id)?.recordedBy;
      const allowed = DECIDERS.filter((name) => this.loop.people[name].accountId !== recorder);
      return this.post(this.at(allowed, b), `${path}/sign-off`, { version: item.version }, allowed);
    }
    const outcome = DECISION_OUTCOMES[b % DECISION_OUTCOMES.length];
    const use = outcome === 'adopted' || outcome === 'partly_adopted' ? { use: 'proposal' } : {};
    const body = b % 5 === 0 && use.use ? { responsibleBody: '县住建局', dueDate: '2026-06-30' } : {};
    const decision = {
      version: item.version,
      outcome,
      reason: mood === 'empty' ? (a % 2 ? '' : ' \u200b ') : this.loop.mark(),
      ...use,
      ...body,
      ...(action === 'correct' && { correctionReason: '记录有误。' }),
    };
    const [method, name] = action === 'decide' ? ['PUT', 'decision'] : ['POST', 'correction'];
    const who = this.at(DECIDERS, a + b);
    return { who, method, path: `${path}/${name}`, body: decision, allowed: DECIDERS, never: mood === 'empty' };
  }

  private voice(action: 'choose' | 'voice', mood: LoopStep['mood'], a: number, b: number): LoopRequest | null {
    const voice = pick(
      this.rows.voices.filter(({ state }) => mood === 'anybody' || state !== 'withdrawn'),
      a,
    );
    if (!voice) return null;
    const { version } = voice;
    const path = `/sector-voices/${voice.id}`;
    if (action === 'choose') {
      const opinionIds = some(this.rows.opinions, b).map(({ id }) => id);
      return {
        who: 'convener',
        method: 'PUT',
        path: `${path}/opinions`,
        body: { version, opinionIds },
        allowed: ['convener'],
      };
    }
    const next: Partial<Record<string, readonly string[]>> = {
      draft: ['save', 'circulate', 'circulate', 'withdraw'],
      returned: ['circulate'],
      circulating: ['agree', 'agree', 'submit', 'submit', 'recall', 'object'],
      submitted: ['accept', 'accept', 'return', 'withdraw'],
    };
    const verb = pick(next[voice.state] ?? ['agree', 'submit', 'accept', 'withdraw'], b) ?? 'submit';
    if (verb === 'save') {
      const body = { version, sections: { situation: '情况。', analysis: '分析。', suggestion: '建议。' } };
      return { who: 'convener', method: 'PATCH', path, body, allowed: ['convener'] };
    }
    const members: readonly Who[] = ['author', 'second'];
    const allowed = ['agree', 'object'].includes(verb)
      ? members
      : ['accept', 'return'].includes(verb)
        ? OFFICE
        : (['convener'] as const);
    const words = { object: { words: '不妥。' }, return: { reason: '请补充。' } }[verb];
    return this.post(this.at(allowed, a + b), `${path}/${verb}`, { version, ...words }, allowed);
  }

  private sources(opinion: Snapshot['opinions'][number] | undefined, bits: number): LoopRequest | null {
    if (!opinion) return null;
    const { author } = this.caseOpinion(opinion.id);
    const chosen = this.of.letters.filter((_, index) => ((bits >> index) & 1) === 1).map(({ id }) => id);
    const body = { version: opinion.version, sources: chosen.map((sourceId) => ({ sourceKind: 'letter', sourceId })) };
    const agreed = () => void this.of.sources.set(opinion.id, new Set(chosen));
    return { who: author, method: 'PUT', path: `/opinions/${opinion.id}/sources`, body, allowed: [author], agreed };
  }

  /** A letter taken back is a source no more, except of what has been decided on. */
  private takeBack(a: number): LoopRequest | null {
    const letter = pick(this.of.letters, a);
    const row = this.rows.letters.find(({ id }) => id === letter?.id);
    if (!letter || !row) return null;
    const agreed = () => {
      for (const { id, state } of this.rows.opinions)
        if (!DECIDED.includes(state)) this.of.sources.get(id)?.delete(letter.id);
    };
    const { writer } = letter;
    return { ...this.post(writer, `/letters/${letter.id}/withdraw`, { version: row.version }, [writer]), agreed };
  }
}
