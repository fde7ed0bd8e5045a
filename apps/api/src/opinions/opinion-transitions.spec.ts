import {
  allowedOpinionActions,
  OPINION_ACTIONS,
  OPINION_STATES,
  OPINION_TRANSITIONS,
  type OpinionAction,
  type OpinionParty,
  type OpinionState,
} from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpinionWorld } from '../../test/opinions.js';
import type { Person } from '../../test/people.js';

let world: OpinionWorld;

beforeAll(async () => {
  world = await OpinionWorld.start();
});
afterAll(() => world.stop());

/** Actions that people ask for; the others are the product's own. */
const ASKED = OPINION_ACTIONS.filter((action) =>
  (OPINION_TRANSITIONS[action].by as readonly OpinionParty[]).some((party) => party !== 'system'),
);
const PARTIES = ['author', 'cosigner', 'receiver', 'nobody'] as const;
type Asking = (typeof PARTIES)[number];

function personOf(party: Asking): Person {
  return { author: world.author, cosigner: world.colleague, receiver: world.office, nobody: world.convener }[party];
}

async function ask(by: Person, id: string, action: OpinionAction) {
  const { version } = await world.row(id);
  switch (action) {
    case 'save':
      return world.request('PATCH', `/opinions/${id}`, by, { version, theme: 'safety' });
    case 'cosign':
      return world.act(by, id, 'cosign', { decision: 'declined' });
    case 'return':
      return world.act(by, id, 'return', { reason: '请补充。' });
    case 'pass_on':
      return world.act(by, id, 'pass-on', { desk: 'sector_group', reason: '属于本界别。' });
    case 'merge':
      return world.act(by, id, 'merge', { intoId: (await world.accepted()).id });
    case 'recognise': {
      const body = { kind: 'city', body: '市政协', document: '市社情民意第 3 期', date: '2025-03-01' };
      return world.request('POST', `/opinions/${id}/recognitions`, by, body);
    }
    default:
      return world.act(by, id, action);
  }
}

/** A proposal with a co-signer who has confirmed, in a state that it has come to by people and the product. */
async function proposalIn(state: OpinionState): Promise<string> {
  const { author, colleague, office } = world;
  const { id } = await world.begin('proposal');
  await world.write(id);
  const { version } = await world.row(id);
  await world.request('PUT', `/opinions/${id}/cosigners`, author, { version, memberIds: [colleague.memberId] });
  await world.do(colleague, id, 'cosign', { decision: 'confirmed' });
  if (state === 'draft') return id;
  if (state === 'withdrawn') {
    await world.do(author, id, 'withdraw');
    return id;
  }
  await world.do(author, id, 'submit');
  if (state === 'submitted') return id;
  await world.do(
    office,
    id,
    state === 'returned' ? 'return' : 'accept',
    state === 'returned' ? { reason: '请补充。' } : {},
  );
  if (state === 'returned' || state === 'accepted') return id;
  if (state === 'merged') {
    await world.do(office, id, 'merge', { intoId: (await world.accepted()).id });
    return id;
  }
  for (const [action, next] of [
    ['list', 'listed'],
    ['decide', 'decided'],
    ['feed_back', 'fed_back'],
    ['relay', 'relayed'],
  ] as const) {
    await world.submissions.move({ kind: 'opinion', id }, action, { at: new Date(), accountId: null });
    if (state === next) break;
  }
  return id;
}

describe.each(OPINION_STATES)('an opinion that is %s', (state) => {
  it('takes from each party exactly what the table allows', async () => {
    const circumstances = { state, cosignPending: false, separable: true };
    let id = await proposalIn(state);
    for (const party of PARTIES) {
      const allowed = party === 'nobody' ? [] : allowedOpinionActions(party, circumstances);
      for (const action of ASKED) {
        const before = await world.row(id);
        expect(before.state).toBe(state);
        const { status } = await ask(personOf(party), id, action);
        if (!allowed.includes(action)) {
          expect([403, 404, 409], `${action} by ${party}: ${status}`).toContain(status);
          expect(await world.row(id)).toEqual(before);
          continue;
        }
        expect([200, 204], `${action} by ${party}: ${status}`).toContain(status);
        const { to } = OPINION_TRANSITIONS[action];
        expect((await world.row(id)).state).toBe(to === 'same' ? state : to);
        id = await proposalIn(state);
      }
    }
  });

  it('says to each who sees it what is allowed', async () => {
    const id = await proposalIn(state);
    for (const party of ['author', 'cosigner', 'receiver'] as const) {
      const { status, body } = await world.show(personOf(party), id);
      const allowed = allowedOpinionActions(party, { state, cosignPending: false, separable: true });
      if (status === 404) expect(allowed).toEqual([]);
      else expect(body.allowedActions).toEqual(allowed);
    }
  });
});
