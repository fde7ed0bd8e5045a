import type { SubmissionRef } from '@lianxin/shared';
import { FollowUp } from '../../src/deliberation/outcomes/follow-up.entity.js';
import type { OnwardJourney } from '../../src/deliberation/outcomes/onward.dto.js';
import { LetterMessage } from '../../src/mailbox/letter-message.entity.js';
import { Submissions } from '../../src/opinions/submissions.service.js';
import { type Case, EVERYBODY, type LoopWorld, type Snapshot, type Who } from './loop-world.js';

const UNTOLD = ['ready', 'checking', 'withheld'];
const UNDER = ['merged', 'decided', 'fed_back', 'relayed'];

type OpinionRow = Snapshot['opinions'][number];

/** Everything that must hold after any sequence of actions. Each check gives a sentence for each thing that does not. */
export class LoopInvariants {
  constructor(
    private readonly loop: LoopWorld,
    private readonly of: Case,
    private readonly rows: Snapshot,
  ) {}

  /** No source is lost or doubled by merge, split, return or withdrawal, and every opinion stands in one place. */
  async sources(): Promise<string[]> {
    const wrong: string[] = [];
    const { opinions, voices, links } = this.rows;
    for (const { id } of opinions) {
      const kept = links.filter(({ opinionId }) => opinionId === id).map(({ sourceId }) => sourceId);
      const expected = [...(this.of.sources.get(id) ?? [])];
      if (kept.sort().join() !== expected.sort().join())
        wrong.push(`opinion ${id} has sources ${kept}, not ${expected}`);
    }
    for (const { id, state, mergedIntoId } of opinions) {
      if ((mergedIntoId !== null) !== UNDER.includes(state) && (mergedIntoId !== null || state === 'merged')) {
        wrong.push(`opinion ${id} is ${state} under ${mergedIntoId}`);
      }
    }
    const roots: SubmissionRef[] = [
      ...opinions
        .filter(({ mergedIntoId }) => mergedIntoId === null)
        .map(({ id }) => ({ kind: 'opinion' as const, id })),
      ...voices.map(({ id }) => ({ kind: 'sector_voice' as const, id })),
    ];
    const behind = await this.loop.world.test.app.get(Submissions).behindAll(roots);
    const placed = roots.flatMap((root) => behind.get(root.id)?.opinions ?? []);
    if (
      placed
        .map(({ id }) => id)
        .sort()
        .join() !==
      opinions
        .map(({ id }) => id)
        .sort()
        .join()
    ) {
      wrong.push(`opinions stand at ${placed.map(({ id }) => id)}, not each in one place`);
    }
    const passed = placed.flatMap(({ id, sources }) => sources.map(({ sourceId }) => `${id}:${sourceId}`));
    if (
      passed.sort().join() !==
      links
        .map(({ opinionId, sourceId }) => `${opinionId}:${sourceId}`)
        .sort()
        .join()
    ) {
      wrong.push('sources are lost or doubled on the way up');
    }
    return wrong;
  }

  /** No decision without a reason; two people for each; a digest is decided when all its items are. */
  decisions(): string[] {
    const wrong: string[] = [];
    const { decisions, digests, items } = this.rows;
    for (const { id, reason, recordedBy, signedBy, signedAt } of decisions) {
      if (reason.trim() === '') wrong.push(`decision ${id} has no reason`);
      if (signedBy === recordedBy) wrong.push(`decision ${id} is signed by who recorded it`);
      if ((signedBy === null) !== (signedAt === null)) wrong.push(`decision ${id} is half signed`);
    }
    for (const { id, state } of digests) {
      const own = items.filter(({ digestId }) => digestId === id);
      const signed = own.filter((item) => this.currentOf(item.id) !== undefined);
      const isDecided = state === 'decided' || state === 'fed_back';
      if (isDecided && (own.length === 0 || signed.length < own.length))
        wrong.push(`digest ${id} is ${state} too early`);
      if (state === 'draft' && signed.length > 0) wrong.push(`digest ${id} is a draft with decisions`);
    }
    return wrong;
  }

  /** Every decided item has reached every constituent behind it, or stands on a list of what has not. */
  async wayBack(): Promise<string[]> {
    const wrong: string[] = [];
    const board = await this.list('office', '/desk/feedback-board?box=waiting&limit=100', 'digestId');
    const untold = await this.list('affairs', '/desk/relay-board?box=all&limit=100', 'id');
    const ready = new Set<string>();
    for (const member of ['author', 'second'] as const) {
      for (const id of await this.list(member, '/relays?limit=100', 'id')) ready.add(id);
    }
    const messages = await this.loop.database.read.findBy(LetterMessage, { purpose: 'relay', checkState: 'passed' });
    for (const item of this.rows.items) {
      const digest = this.rows.digests.find(({ id }) => id === item.digestId);
      const decision = this.currentOf(item.id);
      if (!decision || (digest?.state !== 'decided' && digest?.state !== 'fed_back')) continue;
      const isPending = this.rows.decisions.findLast(({ itemId }) => itemId === item.id)?.signedAt === null;
      if (decision.fedBackAt === null) {
        if (!isPending && !board.has(digest.id)) wrong.push(`item ${item.id} was not fed back and is on no list`);
        continue;
      }
      for (const letterId of this.lettersBehind(item.submissionId)) {
        const relays = this.rows.relays.filter(
          (relay) => relay.decisionId === decision.id && relay.letterId === letterId,
        );
        const [relay, ...more] = relays.filter(({ purpose }) => purpose === 'decision');
        if (!relay || more.length > 0)
          wrong.push(`letter ${letterId} has ${more.length + (relay ? 1 : 0)} relays of one decision`);
        else wrong.push(...this.standing(relay, untold, ready, messages));
      }
    }
    return [...wrong, ...this.states()];
  }

  /** A relay that was sent is in the letter; one that was not is on the lists. */
  private standing(
    relay: Snapshot['relays'][number],
    untold: Set<string>,
    ready: Set<string>,
    messages: readonly LetterMessage[],
  ): string[] {
    const { id, state, messageId, letterId } = relay;
    if (state === 'sent') {
      const arrived = messages.some((message) => message.id === messageId && message.letterId === letterId);
      return arrived ? [] : [`relay ${id} is sent and in no letter`];
    }
    if (!UNTOLD.includes(state)) return [`relay ${id} of the decision in force is ${state}`];
    const listed = untold.has(id) && (state === 'checking' || ready.has(id));
    return listed ? [] : [`relay ${id} is ${state} and on no list`];
  }

  /** An opinion is relayed exactly when everybody behind it and under it was told of what was fed back. */
  private states(): string[] {
    return this.rows.opinions.flatMap((opinion) => {
      const item = this.itemOf(opinion);
      const decision = item && this.currentOf(item.id);
      if (!item || !decision?.fedBackAt) return [];
      const waiting = this.lettersBehind(opinion.id).some((letterId) =>
        this.rows.relays.some(
          (relay) =>
            relay.decisionId === decision.id &&
            relay.purpose === 'decision' &&
            relay.letterId === letterId &&
            UNTOLD.includes(relay.state),
        ),
      );
      const expected = waiting ? 'fed_back' : 'relayed';
      return opinion.state === expected ? [] : [`opinion ${opinion.id} is ${opinion.state}, not ${expected}`];
    });
  }

  /** What a writer reads of the way onward names no outcome that was not told to him or her, and nothing of anybody else's. */
  async secrecy(): Promise<string[]> {
    const wrong: string[] = [];
    const followUps = await this.loop.database.read.find(FollowUp);
    for (const letter of this.of.letters) {
      const reply = await this.loop.ask<OnwardJourney>(letter.writer, 'GET', `/letters/${letter.id}/onward`);
      if (reply.status !== 200) wrong.push(`the writer of ${letter.id} gets ${reply.status}`);
      const text = JSON.stringify(reply.body);
      const told = this.rows.relays.filter(({ letterId, state }) => letterId === letter.id && state === 'sent');
      for (const { id, reason } of this.rows.decisions) {
        const isTold = told.some(({ decisionId, purpose }) => decisionId === id && purpose === 'decision');
        if (text.includes(reason) !== isTold)
          wrong.push(`decision ${id} is ${isTold ? 'missing from' : 'seen in'} ${letter.id}`);
      }
      for (const followUp of followUps) {
        const isTold = told.some(({ followUpId }) => followUpId === followUp.id);
        if (text.includes(followUp.text) !== isTold) wrong.push(`follow-up ${followUp.id} is wrong in ${letter.id}`);
      }
      for (const { mark } of this.of.opinions)
        if (text.includes(`意${mark}`)) wrong.push(`a title is seen in ${letter.id}`);
      for (const other of this.of.letters) {
        if (other.id !== letter.id && text.includes(other.mark))
          wrong.push(`letter ${other.id} is seen in ${letter.id}`);
      }
    }
    return wrong;
  }

  /** Nobody sees what the table of policies forbids: one pair of person and thing for each number. */
  async access(numbers: readonly number[]): Promise<string[]> {
    const things = this.things();
    const wrong: string[] = [];
    for (const n of numbers) {
      const who = EVERYBODY[n % EVERYBODY.length] as Who;
      const thing = things[Math.floor(n / EVERYBODY.length) % things.length];
      if (!thing) continue;
      const { status } = await this.loop.ask(who, 'GET', thing.path);
      const expected = thing.seenBy.includes(who);
      if (expected ? status !== 200 : status !== 403 && status !== 404) {
        wrong.push(`${who} gets ${status} for ${thing.path}, which is ${expected ? '' : 'not '}for ${who}`);
      }
    }
    return wrong;
  }

  private things(): { path: string; seenBy: readonly Who[] }[] {
    const { voices, digests, relays } = this.rows;
    const nameOf = (memberId: string): Who => (memberId === this.loop.people.author.memberId ? 'author' : 'second');
    const office: readonly Who[] = ['office', 'signer'];
    return [
      ...this.rows.opinions.flatMap((opinion) => {
        const seenBy = this.readersOf(opinion);
        return [`/opinions/${opinion.id}`, `/opinions/${opinion.id}/outcome`].map((path) => ({ path, seenBy }));
      }),
      ...voices.map(({ id, state }) => {
        const contributors = this.rows.opinions
          .filter(({ mergedIntoId }) => mergedIntoId === id)
          .map((o) => nameOf(o.authorMemberId));
        const seenBy: Who[] = ['convener'];
        if (!['draft', 'returned', 'withdrawn'].includes(state)) seenBy.push(...contributors);
        if (!['draft', 'circulating', 'withdrawn'].includes(state)) seenBy.push(...office);
        if (this.isReported(id)) seenBy.push('leader');
        return { path: `/sector-voices/${id}`, seenBy };
      }),
      ...digests.flatMap(({ id, state }) => {
        const atGroup = this.rows.items.some((item) => item.digestId === id && item.desk === 'sector_group');
        const seenBy: Who[] =
          state === 'draft' ? [...office] : [...office, 'leader', ...(atGroup ? (['convener'] as const) : [])];
        return [
          { path: `/digests/${id}`, seenBy },
          { path: `/digests/${id}/feedback`, seenBy: office },
        ];
      }),
      ...relays.map(({ id, memberId }) => ({ path: `/relays/${id}`, seenBy: [nameOf(memberId)] })),
      ...this.of.letters.map(({ id, writer, member }) => {
        const isBack = this.rows.letters.find((letter) => letter.id === id)?.state === 'withdrawn';
        return { path: `/letters/${id}/onward`, seenBy: isBack ? [writer] : [writer, member] };
      }),
    ];
  }

  /** The author always; the desk from submission, the office from acceptance, leaders what was reported to them. */
  private readersOf({ id, state, desk, authorMemberId }: OpinionRow): Who[] {
    const readers: Who[] = [authorMemberId === this.loop.people.author.memberId ? 'author' : 'second'];
    if (['draft', 'returned', 'withdrawn'].includes(state)) return readers;
    if (desk === 'sector_group') readers.push('convener');
    if (desk === 'office' || state !== 'submitted') readers.push('office', 'signer');
    if (this.isReported(this.rootOf(id))) readers.push('leader');
    return readers;
  }

  private rootOf(id: string): string {
    const parent = this.rows.opinions.find((opinion) => opinion.id === id)?.mergedIntoId;
    return parent ? this.rootOf(parent) : id;
  }

  private itemOf({ id }: OpinionRow) {
    const root = this.rootOf(id);
    return this.rows.items.find(({ submissionId }) => submissionId === root);
  }

  private isReported(rootId: string): boolean {
    const item = this.rows.items.find(({ submissionId }) => submissionId === rootId);
    return this.rows.digests.some(({ id, state }) => id === item?.digestId && state !== 'draft');
  }

  private currentOf(itemId: string) {
    return this.rows.decisions.findLast((decision) => decision.itemId === itemId && decision.signedAt !== null);
  }

  /** The letters behind a submission and all that is under it, as the model has them. */
  private lettersBehind(submissionId: string): string[] {
    const under = (id: string): string[] => [
      ...(this.of.sources.get(id) ?? []),
      ...this.rows.opinions.filter(({ mergedIntoId }) => mergedIntoId === id).flatMap((opinion) => under(opinion.id)),
    ];
    return [...new Set(under(submissionId))];
  }

  private async list(who: Who, path: string, key: string): Promise<Set<string>> {
    const { body } = await this.loop.ask(who, 'GET', path);
    return new Set(body.items.map((item: Record<string, string>) => item[key]));
  }
}
