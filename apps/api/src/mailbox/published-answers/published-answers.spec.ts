import { LIMITS } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../test/harness.js';
import { LetterWorld } from '../../../test/letters.js';
import type { Person } from '../../../test/people.js';

let world: LetterWorld;
const heating = {
  category: 'inquiry',
  question: '冬天供暖不热应该找谁？',
  answer: '先拨打供热公司服务电话，24 小时内上门；没有解决的请打 12345。',
};

beforeAll(async () => {
  world = await LetterWorld.start();
});

afterAll(async () => {
  await world.test.stop();
});

const publish = (body: object = heating, by: Person = world.office): Promise<Reply> =>
  world.test.request('POST', '/published-answers', { token: by.token, body });
const questions = async (query = '', token?: string): Promise<string[]> => {
  const reply = await world.test.request('GET', `/published-answers${query}`, { token });
  expect(reply.status).toBe(200);
  return (reply.body.items as { question: string }[]).map(({ question }) => question);
};
const searched = (words: string): Promise<string[]> => questions(`?query=${encodeURIComponent(words)}`);

describe('published answers', () => {
  it('are found by anybody by words of the question or the answer', async () => {
    expect(await publish()).toMatchObject({ status: 201, body: { ...heating, active: true, version: 1 } });
    await publish({
      ...heating,
      question: '孩子转学要带什么材料？',
      answer: '户口簿、学籍表，到县教育局窗口办理，免费 100%。',
    });
    expect(await searched('供暖')).toEqual([heating.question]);
    expect(await searched('教育局')).toEqual(['孩子转学要带什么材料？']);
    expect(await searched('没有这样的词')).toEqual([]);
  });

  it('are searched literally, whatever the words mean to a database', async () => {
    await publish({ ...heating, question: '电费为什么多了 100% 又 _ 呢？', answer: '请核对电表。' });
    expect(await searched('%')).toEqual(expect.arrayContaining(['电费为什么多了 100% 又 _ 呢？']));
    expect(await searched('_')).toEqual(['电费为什么多了 100% 又 _ 呢？']);
    expect(await searched("' OR 1=1 --")).toEqual([]);
  });

  it('come newest first, page by page, each once', async () => {
    for (let number = 1; number <= 5; number += 1) await publish({ ...heating, question: `常见问题第 ${number} 个` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor ? `&cursor=${cursor}` : '';
      const reply = await world.test.request(
        'GET',
        `/published-answers?limit=2&query=${encodeURIComponent('常见问题')}${from}`,
      );
      expect(reply.body.items.length).toBeLessThanOrEqual(2);
      seen.push(...reply.body.items.map(({ question }: { question: string }) => question));
      cursor = reply.body.nextCursor;
    } while (cursor);
    expect(seen).toEqual([5, 4, 3, 2, 1].map((number) => `常见问题第 ${number} 个`));
    expect((await world.test.request('GET', '/published-answers?cursor=x')).status).toBe(422);
  });

  it('that are taken down are shown to the office alone', async () => {
    const { token } = world.office;
    const { body: answer } = await publish({ ...heating, question: '已经过时的问题' });
    const path = `/published-answers/${answer.id}`;
    const down = await world.test.request('PATCH', path, { token, body: { active: false, version: 1 } });
    expect(down).toMatchObject({ status: 200, body: { active: false, version: 2 } });
    expect(await searched('过时')).toEqual([]);
    expect(await questions('?includeInactive=true', world.writer.token)).not.toContain('已经过时的问题');
    expect(await questions('?includeInactive=true', token)).toContain('已经过时的问题');
    const stale = await world.test.request('PATCH', path, { token, body: { active: true, version: 1 } });
    expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict', current: { active: false } } });
  });

  it('that are like a letter under way are offered to its writer, the likest first', async () => {
    await publish({ ...heating, question: '老旧小区加装电梯怎么申请？' });
    await publish({ ...heating, question: '小区加装电梯由谁出钱，怎么申请补贴？' });
    const { body: hidden } = await publish({ ...heating, question: '小区加装电梯怎么申请？' });
    const change = { token: world.office.token, body: { active: false, version: 1 } };
    await world.test.request('PATCH', `/published-answers/${hidden.id}`, change);
    const similar = async (title: string, text: string): Promise<string[]> => {
      const body = { title, text };
      const reply = await world.test.request('POST', '/letters/similar', { token: world.writer.token, body });
      expect(reply.status).toBe(200);
      return reply.body.published.map(({ question }: { question: string }) => question);
    };
    expect(await similar('我们老旧小区想加装电梯', '请问怎么申请？')).toEqual([
      '老旧小区加装电梯怎么申请？',
      '小区加装电梯由谁出钱，怎么申请补贴？',
    ]);
    expect(await similar('门前河道有垃圾', '请帮忙清理')).toEqual([]);
    expect(await similar('', '')).toEqual([]);
  });

  it.each([
    ['a question too long', { ...heating, question: '问'.repeat(LIMITS.publishedQuestion + 1) }, 'question'],
    ['an answer too long', { ...heating, answer: '答'.repeat(LIMITS.publishedAnswer + 1) }, 'answer'],
    ['a category that does not exist', { ...heating, category: 'complaint' }, 'category'],
    ['no answer', { category: 'inquiry', question: '只有问题' }, 'answer'],
  ])('are refused with %s', async (_, body, field) => {
    const before = await questions();
    expect(await publish(body)).toMatchObject({ status: 422, body: { errors: [{ field }] } });
    expect(await questions()).toEqual(before);
  });

  it('are for the office alone to keep', async () => {
    const { body: answer } = await publish({ ...heating, question: '谁能改这一条？' });
    for (const by of [world.writer, world.member, world.memberAffairs]) {
      expect((await publish(heating, by)).status).toBe(403);
      const change = { token: by.token, body: { question: '改了', version: 1 } };
      expect((await world.test.request('PATCH', `/published-answers/${answer.id}`, change)).status).toBe(403);
    }
    expect((await world.test.request('POST', '/published-answers', { body: heating })).status).toBe(401);
    expect(await searched('谁能改')).toEqual(['谁能改这一条？']);
  });
});
