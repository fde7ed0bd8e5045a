import { afterAll, beforeAll, expect, test } from 'vitest';
import { LetterWorld } from '../../test/letters.js';

let world: LetterWorld;
beforeAll(async () => {
  world = await LetterWorld.start({ LETTERS_PER_DAY: '3' });
});
afterAll(() => world.test.stop());

const send = (over: Record<string, unknown>) =>
  world.test.request('POST', '/letters', { token: world.neighbour.token, body: world.input(over) });

test('the same words to two members at the same moment reach one of them', async () => {
  const text = '老街的公共厕所晚上不开灯，请帮忙反映。';
  const replies = await Promise.all([
    send({ memberId: world.member.memberId, text }),
    send({ memberId: world.colleague.memberId, text }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe('letter_copied');
});

test('letters sent at the same moment do not get around the limit of a day', async () => {
  const replies = await Promise.all(Array.from({ length: 6 }, () => send({})));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429, 429]);
});
