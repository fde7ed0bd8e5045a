import { LIMITS } from '@lianxin/shared';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DigestWorld } from '../../test/digests.js';
import type { Refusal } from '../../test/letters.js';
import type { ChangedDigestItem, DigestView } from './digests.views.js';

let world: DigestWorld;

beforeAll(async () => {
  world = await DigestWorld.start();
});

afterAll(() => world.test.stop());

const arrange = <Body = DigestView>(digest: DigestView, body: Record<string, unknown>) =>
  world.ask<Body>(world.office, 'PUT', `/digests/${digest.id}/arrangement`, { version: digest.version, ...body });
const idsOf = (digest: DigestView) => digest.items.map(({ id }) => id);
/** The order as `section title / position`, and what stands where. */
const orderOf = (digest: DigestView) =>
  digest.items.map(({ sectionId, position, id }) => [
    digest.sections.find((section) => section.id === sectionId)?.title ?? null,
    position,
    id,
  ]);

describe('order and sections', () => {
  it('survive: items move into sections, sections are renamed, moved, emptied and dropped', async () => {
    const digest = await world.digest(await world.accepted(4));
    const [a, b, c, d] = idsOf(digest);
    const first = await arrange(digest, {
      itemIds: [d],
      sections: [
        { title: '城乡建设', itemIds: [c, a] },
        { title: '教育', itemIds: [b] },
      ],
    });
    expect(first.status).toBe(200);
    expect(orderOf(first.body)).toEqual([
      [null, 1, d],
      ['城乡建设', 2, c],
      ['城乡建设', 3, a],
      ['教育', 4, b],
    ]);
    expect(orderOf(await world.show(digest.id))).toEqual(orderOf(first.body));
    const [building, education] = first.body.sections;
    const second = await arrange(first.body, {
      sections: [
        { id: education?.id, title: '教育和体育', itemIds: [a, b, c, d] },
        { title: '待定', itemIds: [] },
      ],
    });
    expect(second.body.sections).toEqual([
      { id: education?.id, title: '教育和体育' },
      { id: expect.any(String), title: '待定' },
    ]);
    expect(orderOf(second.body).map(([, , id]) => id)).toEqual([a, b, c, d]);
    const gone = await arrange<Refusal>(second.body, {
      sections: [{ id: building?.id, title: '城乡建设', itemIds: [a, b, c, d] }],
    });
    expect([gone.status, gone.body.errors?.[0]?.code]).toEqual([422, 'section_unknown']);
  });

  it('new items go to the end of the section that is named, and the rest moves down', async () => {
    const digest = await world.digest(await world.accepted(2));
    const [a, b] = idsOf(digest);
    const { body: arranged } = await arrange(digest, {
      sections: [
        { title: '前', itemIds: [a] },
        { title: '后', itemIds: [b] },
      ],
    });
    const submissions = await world.accepted(2);
    const sectionId = arranged.sections[0]?.id;
    const body = { version: arranged.version, submissions, sectionId };
    const added = await world.must(world.office, 'POST', `/digests/${digest.id}/items`, body);
    expect(orderOf(added).map(([title, position]) => [title, position])).toEqual([
      ['前', 1],
      ['前', 2],
      ['前', 3],
      ['后', 4],
    ]);
    expect(added.items.slice(1, 3).map(({ submission }) => submission.id)).toEqual(submissions.map(({ id }) => id));
    const loose = await world.must(world.office, 'POST', `/digests/${digest.id}/items`, {
      version: added.version,
      submissions: await world.accepted(1),
    });
    expect(orderOf(loose).map(([title, position]) => [title, position])).toEqual([
      [null, 1],
      ['前', 2],
      ['前', 3],
      ['前', 4],
      ['后', 5],
    ]);
    const unknown = await world.ask<Refusal>(world.office, 'POST', `/digests/${digest.id}/items`, {
      version: loose.version,
      submissions: await world.accepted(1),
      sectionId: uuidv7(),
    });
    expect([unknown.status, unknown.body.errors?.[0]?.code]).toEqual([422, 'section_unknown']);
  });

  it('every item is named exactly once, and only those that are there', async () => {
    const digest = await world.digest(await world.accepted(2));
    const other = await world.digest(await world.accepted(1));
    const [a, b] = idsOf(digest);
    for (const itemIds of [[a], [a, b, idsOf(other)[0]], [a, uuidv7()], []]) {
      const reply = await arrange<Refusal>(digest, { sections: [{ title: '全部', itemIds }] });
      expect([reply.status, reply.body.errors?.[0]?.code]).toEqual([422, 'items_mismatch']);
    }
    const twice = await arrange<Refusal>(digest, { itemIds: [a], sections: [{ title: '全部', itemIds: [a, b] }] });
    expect([twice.status, twice.body.errors?.[0]?.code]).toEqual([422, 'items_mismatch']);
    expect(idsOf(await world.show(digest.id))).toEqual([a, b]);
  });

  it('of two who arrange at the same moment the second is told', async () => {
    const digest = await world.digest(await world.accepted(2));
    const [a, b] = idsOf(digest);
    const replies = await Promise.all([
      arrange<Refusal>(digest, { itemIds: [a, b], sections: [] }),
      arrange<Refusal>(digest, { itemIds: [b, a], sections: [] }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('version_conflict');
  });
});

describe('what stands around the items', () => {
  it('title, meeting, issuer, preface and red heading are kept; a red heading needs an issuer', async () => {
    const digest = await world.digest();
    expect(digest).toMatchObject({
      title: '提请第十二次主席会议研究的委员意见建议',
      reference: expect.stringMatching(/^汇总 \d{4}-\d{3}$/),
      state: 'draft',
      redHeading: false,
      issuer: null,
    });
    const bare = await world.ask<Refusal>(world.office, 'PATCH', `/digests/${digest.id}`, {
      version: 1,
      redHeading: true,
    });
    expect([bare.status, bare.body.errors?.[0]]).toEqual([422, expect.objectContaining({ field: 'issuer' })]);
    const change = {
      title: '三月主席会议汇总',
      meetingName: '第十三次主席会议',
      meetingDate: '2026-04-02',
      issuer: '政协连心县委员会办公室',
      preface: '现将有关意见建议汇总如下。',
      redHeading: true,
    };
    const changed = await world.must(world.office, 'PATCH', `/digests/${digest.id}`, { version: 1, ...change });
    expect(changed).toMatchObject({ ...change, version: 2 });
    expect(await world.show(digest.id)).toMatchObject(change);
  });

  it('numbers are given in order, and a long name of a meeting still makes a title', async () => {
    const meetingName = '会'.repeat(LIMITS.meetingName);
    const [one, two] = [await world.digest(), await world.digest([], { meetingName })];
    const numberOf = ({ reference }: DigestView) => Number(reference.slice(-3));
    expect(numberOf(two) - numberOf(one)).toBe(1);
    expect(two.title).toBe('提请会议研究的委员意见建议');
  });

  it('an item has a summary in place of its text, on the version of the item', async () => {
    const digest = await world.digest(await world.accepted(2));
    const [item] = digest.items;
    const path = `/digests/${digest.id}/items/${item?.id}`;
    const reply = await world.must<ChangedDigestItem>(world.office, 'PATCH', path, { version: 1, summary: '一句话。' });
    expect(reply).toMatchObject({
      item: { summary: '一句话。', version: 2 },
      digest: { itemCount: 2, state: 'draft' },
    });
    const stale = await world.ask<Refusal>(world.office, 'PATCH', path, { version: 1, summary: '另一句。' });
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
    const elsewhere = await world.digest();
    const other = `/digests/${elsewhere.id}/items/${item?.id}`;
    expect((await world.ask(world.office, 'PATCH', other, { version: 2, summary: null })).status).toBe(404);
  });
});
