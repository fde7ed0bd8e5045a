import { INFORMATION_MAX, LIMITS, OPINION_KINDS, OPINION_SECTIONS } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpinionWorld } from '../../test/opinions.js';

let world: OpinionWorld;

beforeAll(async () => {
  world = await OpinionWorld.start();
});
afterAll(() => world.stop());

/** Field and code of each refusal. */
function refusals(body: { errors: { field: string; code: string }[] }): string[] {
  return body.errors.map(({ field, code }) => `${field}: ${code}`);
}

describe.each(OPINION_KINDS)('%s', (kind) => {
  it('has its own parts, each as long as it may be', async () => {
    const { id } = await world.begin(kind);
    for (const { key, max } of OPINION_SECTIONS[kind]) {
      const full = '字'.repeat(max);
      expect((await world.save(id, { sections: [{ key, text: full }] })).status).toBe(200);
      expect((await world.save(id, { sections: [{ key, text: `${full}多` }] })).status).toBe(422);
      expect((await world.show(world.author, id)).body.sections).toContainEqual(
        expect.objectContaining({ key, text: full }),
      );
    }
    const strange = await world.save(id, { sections: [{ key: 'appendix', text: '附件' }] });
    expect(refusals(strange.body)).toEqual(['sections.0.key: section_unknown']);
  });

  it('is handed in only when it is complete', async () => {
    const { id } = await world.begin(kind);
    const { status, body } = await world.act(world.author, id, 'submit');
    expect(status).toBe(422);
    const parts = OPINION_SECTIONS[kind].map(({ key }) => `sections.${key}: required`);
    const topic = kind === 'topic' ? ['topicUse: required', 'topicBody: required'] : [];
    expect(refusals(body)).toEqual(['title: required', 'theme: required', ...parts, ...topic]);
    await world.write(id);
    await world.do(world.author, id, 'submit');
  });
});

it('takes an information of 1500 characters in all, and not one more', async () => {
  const { id } = await world.begin('information');
  const parts = ['situation', 'analysis', 'suggestion'];
  const third = INFORMATION_MAX / parts.length;
  // 𠮷 is one character and two code units.
  await world.write(id, { sections: parts.map((key) => ({ key, text: '𠮷'.repeat(third) })) });
  await world.save(id, { sections: [{ key: 'analysis', text: '字'.repeat(third + 1) }] });
  const refused = await world.act(world.author, id, 'submit');
  expect([refused.status, ...refusals(refused.body)]).toEqual([422, 'sections: maxLength']);
  await world.save(id, { sections: [{ key: 'analysis', text: '字'.repeat(third) }] });
  await world.do(world.author, id, 'submit');
});

it('keeps what is left out, and refuses what belongs to another kind', async () => {
  const { id } = await world.begin('information');
  const written = await world.write(id);
  const saved = await world.save(id, { theme: 'transport' });
  expect(saved.body).toMatchObject({ title: written.title, sections: written.sections, theme: 'transport' });
  expect((await world.save(id, {})).body.version).toBe(saved.body.version);
  const refused = ['suggestedBody', 'topicBody'].map((field) => ({ [field]: '县教育局' }));
  for (const over of [...refused, { topicUse: 'key_research' }]) {
    const { status, body } = await world.save(id, over);
    expect([status, body.errors[0].code]).toEqual([422, 'not_for_kind']);
  }
});

it('goes to a desk that there is', async () => {
  const { id } = await world.begin('information');
  await world.write(id);
  expect((await world.save(id, { desk: 'sector_group' })).body).toMatchObject({
    deskUnitId: world.letters.sectorId,
    deskName: '测试界别界别活动组',
  });
  const wrong = await world.save(id, { desk: 'special_committee', deskUnitId: world.letters.sectorId });
  expect(refusals(wrong.body)).toEqual(['deskUnitId: unit_unknown']);
  const other = await world.save(id, { desk: 'sector_group', deskUnitId: world.committeeId });
  expect(refusals(other.body)).toEqual(['deskUnitId: other_sector']);
  await world.save(id, { desk: 'special_committee', deskUnitId: null });
  expect(refusals((await world.act(world.author, id, 'submit')).body)).toEqual(['deskUnitId: required']);
  await world.save(id, { deskUnitId: world.emptyCommitteeId });
  expect(refusals((await world.act(world.author, id, 'submit')).body)).toEqual(['desk: desk_empty']);
  expect((await world.save(id, { desk: 'office' })).body).toMatchObject({ deskUnitId: null, deskName: '政协办公室' });
  await world.do(world.author, id, 'submit');
});

it.each([
  ['a kind that there is not', { kind: 'petition' }],
  ['a field that there is not', { kind: 'information', title: '标题' }],
  ['a source without an id', { kind: 'information', sources: [{ sourceKind: 'letter' }] }],
  [
    'more sources than may be',
    {
      kind: 'information',
      sources: Array.from({ length: LIMITS.opinionSources + 1 }, () => ({ sourceKind: 'letter', sourceId: 'x' })),
    },
  ],
])('refuses to begin with %s', async (_, body) => {
  expect((await world.request('POST', '/opinions', world.author, body)).status).toBe(422);
});

it('begins once, however often the phone tries', async () => {
  const key = '01890000-0000-7000-8000-000000000001';
  const tries = [1, 2].map(() => world.request('POST', '/opinions', world.author, { kind: 'speech' }, key));
  const [first, second] = await Promise.all(tries);
  expect([first?.status, second?.status]).toEqual([201, 201]);
  expect(first?.body.id).toBe(second?.body.id);
});

it('records what was taken up above, not before its day', async () => {
  const { id } = await world.accepted();
  const recognition = { kind: 'province', body: '省政协', document: '省信息专报第 12 期', date: '2025-06-01' };
  const add = (over: object) =>
    world.request('POST', `/opinions/${id}/recognitions`, world.office, { ...recognition, ...over });
  expect(refusals((await add({ date: '2999-01-01' })).body)).toEqual(['date: in_future']);
  const added = await add({});
  expect(added.body.recognitions).toMatchObject([{ ...recognition, kindLabel: '省级采用', note: null }]);
  expect(await world.noticesOf(world.author)).toContain('opinion_recognised');
  const path = `/opinions/${id}/recognitions/${added.body.recognitions[0].id}`;
  expect((await world.request('DELETE', path, world.otherStaff)).status).toBe(404);
  expect((await world.request('DELETE', path, world.office)).body.recognitions).toEqual([]);
  expect((await world.request('DELETE', path, world.office)).status).toBe(404);
});
