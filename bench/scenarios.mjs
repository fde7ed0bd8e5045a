import { randomUUID } from 'node:crypto';
import { id, KINDS, nonce, token, WRITERS } from './data.mjs';

let turn = 0;

/** A number that wanders through 1 to `count`, so that requests are spread over all rows. */
export function next(count) {
  turn = (turn + 7919) % 1_000_003;
  return 1 + (turn % count);
}

const bearer = (kind, number) => ({ authorization: `Bearer ${token(kind, number)}` });

/** Pages that are measured. `least` is the share of the bare program's requests per second that must be reached. */
export const SCENARIOS = [
  {
    name: "a member's inbox page",
    least: 0.7,
    request: ({ mailboxes }) => ({
      method: 'GET',
      path: '/api/v1/mailbox/letters?box=all',
      headers: bearer('member', next(mailboxes)),
    }),
  },
  {
    name: 'the public directory page',
    least: 0.7,
    request: () => ({ method: 'GET', path: '/api/v1/members', headers: {} }),
  },
  {
    name: 'a letter page',
    least: 0.7,
    request: ({ letters, mailboxes }) => {
      const letter = next(letters);
      return {
        method: 'GET',
        path: `/api/v1/letters/${id(KINDS.letter, letter)}`,
        headers: bearer('member', 1 + (letter % mailboxes)),
      };
    },
  },
  {
    name: 'sending a letter',
    least: 0.6,
    request: ({ mailboxes }) => ({
      method: 'POST',
      path: '/api/v1/letters',
      headers: {
        ...bearer('writer', next(WRITERS)),
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        memberId: id(KINDS.member, next(mailboxes)),
        category: 'appeal',
        title: '村口的路灯坏了',
        text: `村口到小学的路灯坏了三个多月，晚上孩子们放学要打着手电走，请帮忙反映。编号 ${nonce(turn)} ${randomUUID()}`,
        photoIds: [],
        townshipId: id(KINDS.unit, 201 + (turn % 19) + 1),
        nameDisplay: 'surname',
        consentOpinion: true,
      }),
    }),
  },
];
