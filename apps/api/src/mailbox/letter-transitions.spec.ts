import { LETTER_STATES, type LetterAction, type LetterState, nextLetterState } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASKED_ACTIONS, LetterWorld, type MemberPerson, type Refusal } from '../../test/letters.js';
import type { Person } from '../../test/people.js';
import type { LetterView } from './letters.views.js';

type Party = 'writer' | 'addressee' | 'office';

/** What each may do in each state when nothing special has happened; null where the letter is not theirs to see. */
const ALLOWED: Record<LetterState, Record<Party, LetterAction[] | null>> = {
  screening: { writer: ['withdraw'], addressee: null, office: null },
  withheld: { writer: ['appeal'], addressee: null, office: null },
  delivered: {
    writer: ['withdraw'],
    addressee: ['open', 'answer', 'transfer', 'refer', 'return', 'snooze', 'note', 'report'],
    office: ['transfer', 'remind'],
  },
  opened: {
    writer: ['withdraw'],
    addressee: ['answer', 'transfer', 'refer', 'return', 'snooze', 'note', 'report'],
    office: ['transfer', 'remind'],
  },
  answered: { writer: ['follow_up', 'close'], addressee: ['answer', 'note', 'report'], office: [] },
  closed: { writer: ['rate', 'reopen'], addressee: ['note', 'report'], office: [] },
  referred: { writer: [], addressee: ['note'], office: null },
  returned: { writer: [], addressee: ['note'], office: null },
  withdrawn: { writer: [], addressee: null, office: null },
};

const cells = LETTER_STATES.flatMap((state) =>
  (['writer', 'addressee', 'office'] as const).map((party) => ({ state, party, allowed: ALLOWED[state][party] })),
);
const allowedCells = cells.flatMap(({ state, party, allowed }) =>
  (allowed ?? []).map((action) => ({ state, party, action })),
);

let world: LetterWorld;
/** All three are members of the directory and of the office: nobody is turned away at the door of a route. */
let people: Record<Party, Person>;
let third: MemberPerson;

beforeAll(async () => {
  world = await LetterWorld.start();
  world.writer = await world.memberPerson('赵同时', ['office']);
  world.member = await world.memberPerson('周同时', ['office']);
  third = await world.memberPerson('钱第三');
  people = { writer: world.writer, addressee: world.member, office: await world.memberPerson('孙机关', ['office']) };
});

afterAll(() => world.test.stop());

/** A letter in a state that the office may see, where it can come to see one in that state at all. */
async function letterFor(party: Party, state: LetterState): Promise<string> {
  const id = await world.letterIn(state);
  if (party === 'office' && ALLOWED[state].addressee?.includes('report')) await world.do(world.member, id, 'report');
  return id;
}

const bodies = (action: LetterAction) => (action === 'transfer' ? { toMemberId: third.memberId } : {});

describe('refused', () => {
  it.each(cells)('$party, $state', async ({ state, party, allowed }) => {
    const id = await letterFor(party, state);
    const before = await world.row(id);
    const seen = await world.show<LetterView & Refusal>(people[party], id);
    if (allowed === null) expect(seen.status).toBe(404);
    else expect(seen.body.allowedActions).toEqual(allowed);
    for (const action of ASKED_ACTIONS.filter((candidate) => !allowed?.includes(candidate))) {
      const reply = await world.act<Refusal>(people[party], id, action, bodies(action));
      expect([action, reply.status, reply.body.code]).toEqual(
        allowed === null ? [action, 404, 'not_found'] : [action, 409, 'action_not_allowed'],
      );
      expect(reply.body.detail).toMatch(/[\u4e00-\u9fff].*。$/);
    }
    expect(await world.row(id)).toEqual(before);
  });
});

describe('allowed', () => {
  it.each(allowedCells)('$party, $state: $action', async ({ state, party, action }) => {
    const id = await letterFor(party, state);
    const { version } = await world.row(id);
    const reply = await world.act(people[party], id, action, bodies(action));
    expect([reply.status, reply.body]).toEqual([action === 'transfer' ? 204 : 200, expect.anything()]);
    await world.decideAll('pass');
    const after = await world.row(id);
    const expected = action === 'appeal' ? 'delivered' : nextLetterState(state, action, party);
    expect(after.state).toBe(expected);
    if (action !== 'note') expect(after.version).toBeGreaterThan(version);
    if (action === 'transfer') expect(after.memberId).toBe(third.memberId);
  });

  it.each(allowedCells.filter(({ action }) => action !== 'note'))(
    '$party, $state: $action on a version that is stale says what changed',
    async ({ state, party, action }) => {
      const id = await letterFor(party, state);
      const { version } = await world.row(id);
      const reply = await world.act<Refusal>(people[party], id, action, { ...bodies(action), version: version + 7 });
      expect([reply.status, reply.body.code, reply.body.current]).toEqual([
        409,
        'version_conflict',
        expect.objectContaining({ state, version }),
      ]);
    },
  );
});
