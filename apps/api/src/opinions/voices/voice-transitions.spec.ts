import { VOICE_STATES, VOICE_TRANSITIONS, type VoiceAction, type VoiceParty, type VoiceState } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../../test/people.js';
import { VoiceWorld } from '../../../test/voices.js';
import { viewersOf } from './voices.policy.js';

let world: VoiceWorld;
beforeAll(async () => {
  world = await VoiceWorld.start();
}, 120_000);
afterAll(() => world.test.stop());

/** The actions that people ask for; the others are the product's own. */
const ASKED: readonly VoiceAction[] = [
  'save',
  'circulate',
  'agree',
  'object',
  'recall',
  'submit',
  'withdraw',
  'accept',
  'return',
  'recognise',
];
const PARTIES: readonly Exclude<VoiceParty, 'system'>[] = ['convener', 'contributor', 'office'];
const personOf = (party: Exclude<VoiceParty, 'system'>): Person =>
  ({ convener: world.convener, contributor: world.author, office: world.office })[party];

/** Routes that a party has no ability for at all. */
const CLOSED: Record<Exclude<VoiceParty, 'system'>, readonly VoiceAction[]> = {
  convener: ['accept', 'return', 'recognise'],
  contributor: ['save', 'circulate', 'recall', 'submit', 'withdraw', 'accept', 'return', 'recognise'],
  office: ['save', 'circulate', 'agree', 'object', 'recall', 'submit', 'withdraw'],
};

/** Sees the voice in this state at all. */
function sees(party: Exclude<VoiceParty, 'system'>, state: VoiceState): boolean {
  const actor = { accountId: 'a', sessionId: 's', memberId: party === 'office' ? null : 'm', roles: [] as never[] };
  const roles = {
    convener: [{ name: 'convener' as const, scopeId: 'sector' }],
    contributor: [{ name: 'member' as const, scopeId: null }],
    office: [{ name: 'office' as const, scopeId: null }],
  }[party];
  return (
    viewersOf({ ...actor, roles }, { sectorId: 'sector', state, listedAt: null }, party === 'contributor').length > 0
  );
}

/** What the table says. The voices of this test have opinions; the convener is credited in none of them. */
function expected(state: VoiceState, action: VoiceAction, party: Exclude<VoiceParty, 'system'>): number {
  if (CLOSED[party].includes(action)) return 403;
  if (!sees(party, state)) return 404;
  const { from, by }: { from: readonly VoiceState[]; by: readonly VoiceParty[] } = VOICE_TRANSITIONS[action];
  const waitedFor = action === 'submit' && state === 'circulating';
  return from.includes(state) && by.includes(party) && !waitedFor ? 200 : 409;
}

describe.each(VOICE_STATES)('a sector voice that is %s', (state) => {
  const cells = PARTIES.flatMap((party) =>
    ASKED.map((action) => ({ party, action, status: expected(state, action, party) })),
  );

  test.each(cells.filter(({ status }) => status !== 200))('refuses $action of $party with $status', async (cell) => {
    shared[state] ??= await world.voiceIn(state);
    const reply = await world.act<{ code: string }>(personOf(cell.party), shared[state], cell.action);
    expect([reply.status, reply.body.code]).toEqual([
      cell.status,
      { 403: 'forbidden', 404: 'not_found', 409: 'action_not_allowed' }[cell.status],
    ]);
    expect((await world.show(world.convener, shared[state])).body.state).toBe(state);
  });

  const open = cells.filter(({ status }) => status === 200);
  if (open.length > 0) {
    test.each(open)('lets $party $action, and says so', async ({ party, action }) => {
      const id = await world.voiceIn(state);
      const before = (await world.show(personOf(party), id)).body;
      expect(before.allowedActions).toContain(action);
      const reply = await world.act(personOf(party), id, action);
      expect(reply.status).toBe(200);
      const { to } = VOICE_TRANSITIONS[action];
      const after = (await world.show(world.convener, id)).body;
      expect(after.state).toBe(to === 'same' ? state : to);
      const answers = action === 'agree' || action === 'object';
      expect(after.version).toBe(answers ? before.version : before.version + 1);
    });
  }

  test('offers nobody an action that the table does not', async () => {
    shared[state] ??= await world.voiceIn(state);
    for (const party of PARTIES.filter((one) => sees(one, state))) {
      const { allowedActions } = (await world.show(personOf(party), shared[state])).body;
      const fitting = ASKED.filter((action) => {
        const { from, by }: { from: readonly VoiceState[]; by: readonly VoiceParty[] } = VOICE_TRANSITIONS[action];
        return from.includes(state) && by.includes(party) && !(action === 'submit' && state === 'circulating');
      });
      expect([party, allowedActions]).toEqual([party, fitting]);
    }
  });
});

/** One voice for each state, for what changes nothing. */
const shared: Partial<Record<VoiceState, string>> = {};

test('a voice that everybody agreed to is open to sending', async () => {
  const id = await world.voiceIn('circulating');
  await world.do(id, 'agree');
  expect((await world.show(world.convener, id)).body.allowedActions).toContain('submit');
  expect((await world.act(world.convener, id, 'submit')).body.state).toBe('submitted');
});

test('a change on an old version is refused and says what came first', async () => {
  const id = await world.voiceIn('circulating');
  const reply = await world.act<{ code: string; detail: string }>(world.convener, id, 'recall', { version: 1 });
  expect([reply.status, reply.body.code]).toEqual([409, 'version_conflict']);
  expect(reply.body.detail).toContain('征求意见');
});
