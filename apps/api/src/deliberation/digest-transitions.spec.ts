import { type DigestAction, nextDigestState } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DIGEST_REQUESTS,
  DIGEST_STAGES,
  type DigestRequest,
  type DigestStage,
  DigestWorld,
} from '../../test/digests.js';
import type { Refusal } from '../../test/letters.js';
import type { Person } from '../../test/people.js';

const PARTIES = ['recorder', 'signer', 'leader'] as const;
type Party = (typeof PARTIES)[number];

/** What each may do at each stage; null where the digest is not theirs to see. The recorder and the signer are both of the office. */
const ALLOWED: Record<DigestStage, Record<Party, DigestAction[] | null>> = {
  draft: { recorder: ['edit', 'discard', 'submit'], signer: ['edit', 'discard', 'submit'], leader: null },
  submitted: {
    recorder: ['recall', 'decide', 'word_feedback'],
    signer: ['recall', 'decide', 'word_feedback'],
    leader: ['remark', 'decide'],
  },
  recorded: {
    recorder: ['decide', 'word_feedback'],
    signer: ['decide', 'sign_off', 'word_feedback'],
    leader: ['remark', 'decide', 'sign_off'],
  },
  decided: {
    recorder: ['correct', 'word_feedback', 'send_feedback'],
    signer: ['correct', 'word_feedback', 'send_feedback'],
    leader: ['remark', 'correct'],
  },
  corrected: {
    recorder: ['correct', 'word_feedback'],
    signer: ['sign_off', 'correct', 'word_feedback'],
    leader: ['remark', 'sign_off', 'correct'],
  },
  fed_back: {
    recorder: ['correct', 'word_feedback'],
    signer: ['correct', 'word_feedback'],
    leader: ['remark', 'correct'],
  },
};

/** Who is let through the door of each route at all. */
const DOORS: Record<DigestRequest, readonly Party[]> = {
  edit: ['recorder', 'signer'],
  discard: ['recorder', 'signer'],
  submit: ['recorder', 'signer'],
  recall: ['recorder', 'signer'],
  remark: ['leader'],
  decide: PARTIES,
  sign_off: PARTIES,
  correct: PARTIES,
};

const cells = DIGEST_STAGES.flatMap((stage) =>
  PARTIES.map((party) => ({ stage, party, allowed: ALLOWED[stage][party] })),
);
const allowedCells = cells.flatMap(({ stage, party, allowed }) =>
  DIGEST_REQUESTS.filter((action) => allowed?.includes(action)).map((action) => ({ stage, party, action })),
);

let world: DigestWorld;
let people: Record<Party, Person>;

beforeAll(async () => {
  world = await DigestWorld.start();
  people = { recorder: world.office, signer: world.signer, leader: world.leader };
});

afterAll(() => world.test.stop());

describe('refused', () => {
  it.each(cells)('$party, $stage', async ({ stage, party, allowed }) => {
    const digest = await world.at(stage);
    const before = await world.rows(digest.id);
    const seen = await world.ask(people[party], 'GET', `/digests/${digest.id}`);
    if (allowed === null) expect(seen.status).toBe(404);
    else expect(seen.body.allowedActions).toEqual(allowed);
    for (const action of DIGEST_REQUESTS.filter((candidate) => !allowed?.includes(candidate))) {
      const reply = await world.act<Refusal>(people[party], digest, action);
      const refusal = allowed === null ? [404, 'not_found'] : [409, 'action_not_allowed'];
      const expected = DOORS[action].includes(party) ? refusal : [403, 'forbidden'];
      expect([action, reply.status, reply.body.code]).toEqual([action, ...expected]);
      expect(reply.body.detail).toMatch(/[\u4e00-\u9fff].*。$/);
    }
    expect(await world.rows(digest.id)).toEqual(before);
  });
});

describe('allowed', () => {
  it.each(allowedCells)('$party, $stage: $action', async ({ stage, party, action }) => {
    const digest = await world.at(stage);
    const { version, state } = await world.row(digest.id);
    const reply = await world.act(people[party], digest, action);
    expect(reply.status).toBe(action === 'discard' ? 204 : action === 'remark' ? 201 : 200);
    if (action === 'discard') {
      expect((await world.ask(world.office, 'GET', `/digests/${digest.id}`)).status).toBe(404);
      return;
    }
    const after = await world.row(digest.id);
    const tableParty = action === 'sign_off' ? 'signer' : party === 'leader' ? 'leader' : 'office';
    const next = nextDigestState(state, action, tableParty);
    expect(after.state).toBe(stage === 'recorded' && action === 'sign_off' ? 'decided' : next);
    if (action === 'remark') expect(after.version).toBe(version);
    else expect(after.version).toBeGreaterThan(version);
  });

  it.each(allowedCells.filter(({ action }) => action !== 'remark'))(
    '$party, $stage: $action on a version that is stale says what changed',
    async ({ stage, party, action }) => {
      const digest = await world.at(stage);
      const before = await world.rows(digest.id);
      const reply = await world.act<Refusal>(people[party], digest, action, { version: digest.version + 7 });
      expect([reply.status, reply.body.code]).toEqual([409, 'version_conflict']);
      expect(reply.body.current).toEqual(expect.objectContaining({ state: digest.state }));
      expect(await world.rows(digest.id)).toEqual(before);
    },
  );
});

it('a digest with nothing on it cannot be submitted', async () => {
  const empty = await world.digest();
  expect(empty.allowedActions).toEqual(['edit', 'discard']);
  const reply = await world.ask<Refusal>(world.office, 'POST', `/digests/${empty.id}/submit`, { version: 1 });
  expect([reply.status, reply.body.code]).toEqual([409, 'action_not_allowed']);
});
