import type { SubmissionRef } from '@lianxin/shared';
import type { DigestView } from '../src/deliberation/digests.views.js';
import type { DigestFeedback } from '../src/deliberation/outcomes/feedback.dto.js';
import type { OnwardJourney } from '../src/deliberation/outcomes/onward.dto.js';
import { Relay } from '../src/deliberation/outcomes/relay.entity.js';
import type { RelayView } from '../src/deliberation/outcomes/relays.dto.js';
import { Database } from '../src/platform/database/database.js';
import { DECLINED, DigestWorld, REFERRED } from './digests.js';
import type { Reply, TestApp } from './harness.js';
import type { LetterWorld, MemberPerson } from './letters.js';
import type { Person } from './people.js';

export { DECLINED, REFERRED };

/** One item of a digest of a test. */
export interface ItemPlan {
  readonly ref: SubmissionRef;
  readonly decision?: object;
}

/** The world of digests, with what comes back from them. */
export class OutcomeWorld {
  private constructor(readonly digests: DigestWorld) {}

  static async start(environment: Record<string, string> = {}): Promise<OutcomeWorld> {
    return new OutcomeWorld(await DigestWorld.start(environment));
  }

  get test(): TestApp {
    return this.digests.test;
  }

  get letters(): LetterWorld {
    return this.digests.voices.letters;
  }

  get author(): MemberPerson {
    return this.digests.voices.author;
  }

  get second(): MemberPerson {
    return this.digests.voices.second;
  }

  get office(): Person {
    return this.digests.office;
  }

  get leader(): Person {
    return this.digests.leader;
  }

  get writer(): Person {
    return this.letters.writer;
  }

  get neighbour(): Person {
    return this.letters.neighbour;
  }

  /** Asks for something. */
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of a body by asserting it
  ask<Body = any>(by: Person, method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    return this.test.request<Body>(method, path, { token: by.token, ...(body !== undefined && { body }) });
  }

  /** Asks for something that must be done. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async must<Body = any>(by: Person, method: string, path: string, body?: unknown): Promise<Body> {
    const reply = await this.ask<Body>(by, method, path, body);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** An opinion of a member, drawn from letters and accepted at the office. */
  async opinion(by: MemberPerson, letterIds: string[], over: Record<string, unknown> = {}): Promise<SubmissionRef> {
    return { kind: 'opinion', id: await this.digests.voices.accepted(by, { desk: 'office', letterIds, ...over }) };
  }

  /** A digest whose items all have a signed decision. */
  async decided(plans: readonly ItemPlan[]): Promise<DigestView> {
    const { id, items } = await this.digests.submitted(plans.map(({ ref }) => ref));
    for (const [index, { decision = DECLINED }] of plans.entries()) {
      const itemId = items[index]?.id ?? '';
      await this.digests.decide(id, itemId, decision);
      await this.digests.signOff(id, itemId);
    }
    return this.digests.show(id);
  }

  /** The same, fed back. */
  async fedBack(plans: readonly ItemPlan[]): Promise<DigestView> {
    const { id } = await this.decided(plans);
    await this.feedBack(id);
    return this.digests.show(id);
  }

  /** The feedback of a digest as the office sees it. */
  feedback(id: string): Promise<DigestFeedback> {
    return this.must<DigestFeedback>(this.office, 'GET', `/digests/${id}/feedback`);
  }

  /** Sends the feedback, and everything that follows happens. */
  async feedBack(id: string): Promise<DigestFeedback> {
    const { version } = await this.digests.row(id);
    const sent = await this.must<DigestFeedback>(this.office, 'POST', `/digests/${id}/feedback`, { version });
    await this.test.settle();
    return sent;
  }

  /** A member's relays that wait, or those in a state. */
  async relays(of: Person, state?: string): Promise<RelayView[]> {
    const { items } = await this.must(of, 'GET', `/relays?limit=100${state ? `&state=${state}` : ''}`);
    return Promise.all(items.map(({ id }: { id: string }) => this.must<RelayView>(of, 'GET', `/relays/${id}`)));
  }

  /** Sends a relay in its ready-made words unless others are given; the office lets them pass unless told otherwise. */
  async relay(by: Person, id: string, text?: string, verdict: 'pass' | 'withhold' = 'pass'): Promise<void> {
    const seen = await this.must<RelayView>(by, 'GET', `/relays/${id}`);
    await this.must(by, 'POST', `/relays/${id}/send`, { version: seen.version, text: text ?? seen.text });
    await this.letters.decideAll(verdict);
  }

  /** Sends all that a member has ready. */
  async relayAll(by: Person): Promise<void> {
    for (const { id } of await this.relays(by)) await this.relay(by, id);
  }

  /** Records a follow-up. */
  followUp(itemId: string, status: string, over: Record<string, unknown> = {}): Promise<Reply> {
    const body = { status, text: '已经安排人员现场查看。', photoIds: [], ...over };
    return this.ask(this.office, 'POST', `/digest-items/${itemId}/follow-ups`, body);
  }

  /** What was made of a letter, as somebody sees it. */
  onward(by: Person, letterId: string): Promise<Reply<OnwardJourney>> {
    return this.ask<OnwardJourney>(by, 'GET', `/letters/${letterId}/onward`);
  }

  /** The state of an opinion. */
  stateOf(ref: SubmissionRef): Promise<string> {
    return this.digests.stateOf(ref);
  }

  /** All relays that there are for a letter, for what no view shows. */
  relayRows(letterId: string): Promise<Relay[]> {
    return this.test.app
      .get(Database)
      .read.find(Relay, { where: { letterId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Somebody's notices of a kind. */
  notices(of: Person, kind: string) {
    return this.digests.voices.notices(of, kind);
  }

  /** Lets days pass and signs everybody in again. */
  async passDays(days: number): Promise<void> {
    await this.letters.passDays(days);
    const { convener, leader, stranger } = this.digests.voices;
    for (const person of [convener, leader, stranger, this.digests.signer, this.digests.secondLeader]) {
      await this.letters.signInAgain(person);
    }
  }
}
