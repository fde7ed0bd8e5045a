import { afterAll, beforeAll, expect, it } from 'vitest';
import { Account } from '../src/identity/account.entity.js';
import { AccountsService } from '../src/identity/accounts.service.js';
import { Database } from '../src/platform/database/database.js';
import { demonstrationOpenid } from '../stand-in/people.js';
import { LetterWorld } from './letters.js';
import type { Person } from './people.js';

const WRITER_OPENID = demonstrationOpenid('writer');
const MEMBER_OPENID = demonstrationOpenid('member');

let world: LetterWorld;
let writer: Person;

/** Answers WeChat's question for a template, on the phone and towards WeChat. */
async function agree(person: Person, openid: string, template: string): Promise<void> {
  const answers = [{ template, accepted: true }];
  await world.test.request('POST', '/notice-consents', { token: person.token, body: { answers } });
  world.test.wechat.people.consent(openid, template.replace('_', '-'));
}

async function noticesOf(person: Person): Promise<string[]> {
  const { body } = await world.test.request('GET', '/notices', { token: person.token });
  return body.items.map(({ kind }: { kind: string }) => kind);
}

async function openItems(): Promise<{ kind: string }[]> {
  return (await world.test.request('GET', '/moderation-items', { token: world.office.token })).body.items;
}

beforeAll(async () => {
  world = await LetterWorld.start();
  const { body } = await world.test.request('POST', '/sessions/wechat', { body: { code: 'demo-writer-nonce001' } });
  writer = { accountId: body.account.id, token: body.token };
  await world.test.app
    .get(Database)
    .write((manager) => manager.update(Account, { id: world.member.accountId }, { openid: MEMBER_OPENID }));
});
afterAll(() => world.test.stop());

it('goes from phone to phone without the office, checked and told of by WeChat', async () => {
  expect(await world.test.app.get(AccountsService).openidOf(writer.accountId)).toBe(WRITER_OPENID);
  await agree(writer, WRITER_OPENID, 'letter_answered');
  await agree(world.member, MEMBER_OPENID, 'letter_received');
  const photoIds = [await world.photo(writer), await world.photo(writer)];
  const sent = await world.send({ photoIds, writerName: '陈示例' }, writer);
  expect(sent.body.state).toBe('screening');
  await world.test.settle();
  const { id } = sent.body;
  expect((await world.show(writer, id)).body.state).toBe('delivered');
  expect(await noticesOf(world.member)).toEqual(['letter_received']);

  await world.act(world.member, id, 'open');
  expect((await world.act(world.member, id, 'answer')).status).toBe(200);
  await world.test.settle();
  expect((await world.show(writer, id)).body.state).toBe('answered');
  expect(await noticesOf(writer)).toContain('letter_answered');
  expect(await openItems()).toEqual([]);
  expect(world.test.wechat.sent).toMatchObject([
    { openid: MEMBER_OPENID, templateId: 'letter-received', page: `member/letter/index?id=${id}` },
    { openid: WRITER_OPENID, templateId: 'letter-answered', page: `pages/letter/index?id=${id}` },
  ]);
});

it('that breaks a rule is withheld, appealed, and delivered when the office says so', async () => {
  const { id } = (await world.send({ text: '这里有演示辱骂词，请办公室看一看。', writerName: '陈示例' }, writer)).body;
  await world.test.settle();
  expect((await world.show(writer, id)).body).toMatchObject({
    state: 'withheld',
    messages: [{ checkState: 'withheld', rule: '含有辱骂攻击内容', appealable: true }],
  });
  await world.act(writer, id, 'appeal');
  expect(await openItems()).toMatchObject([{ kind: 'appeal', ruleCode: 'abuse' }]);
  await world.decideAll('pass');
  expect((await world.show(writer, id)).body.state).toBe('delivered');
});
