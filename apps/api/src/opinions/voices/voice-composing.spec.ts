import { LIMITS } from '@lianxin/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VoiceWorld } from '../../../test/voices.js';
import { Submissions } from '../submissions.service.js';
import type { SectorVoiceView } from './voices.views.js';

let world: VoiceWorld;
beforeAll(async () => {
  world = await VoiceWorld.start();
}, 120_000);
afterAll(() => world.test.stop());

const namesIn = ({ contributors }: SectorVoiceView) => contributors.map(({ name }) => name).sort();
const behind = (id: string) => world.test.app.get(Submissions).behind({ kind: 'sector_voice', id });
/** What reaches whom from a voice, as `opinion:letter`, sorted. */
const linksBehind = async (id: string) =>
  (await behind(id)).opinions.flatMap((one) => one.sources.map(({ sourceId }) => `${one.id}:${sourceId}`)).sort();

describe('a sector voice', () => {
  test('takes accepted opinions of the sector under it and credits each of their members once', async () => {
    const [a, b] = [await world.accepted(world.author), await world.accepted(world.author)];
    const c = await world.accepted(world.second, { theme: 'education' });
    const { status, body } = await world.compose([c, a, b]);
    expect([status, body.state, body.theme, body.sectorName, body.viewer]).toEqual([
      201,
      'draft',
      'education',
      '测试界别',
      'convener',
    ]);
    expect(namesIn(body)).toEqual(['李文远', '王晓梅']);
    expect(body.contributors.every(({ state }) => state === 'pending')).toBe(true);
    expect(body.opinions.map(({ id, state }) => `${id} ${state}`).sort()).toEqual(
      [a, b, c].map((id) => `${id} merged`).sort(),
    );
    const row = await world.opinionRow(a);
    expect([row.state, row.mergedIntoKind, row.mergedIntoId]).toEqual(['merged', 'sector_voice', body.id]);
  });

  test('credits whoever is behind an opinion that was merged under one of its own', async () => {
    const [top, under] = [await world.accepted(world.author), await world.accepted(world.second)];
    await world.opinion(world.convener, under, 'merge', { intoId: top });
    const { body } = await world.compose([top]);
    expect(namesIn(body)).toEqual(['李文远', '王晓梅']);
    expect(body.opinions.map(({ id, merged }) => [id, merged])).toEqual([
      [top, false],
      [under, true],
    ]);
    const { body: without } = await world.choose(body.id, []);
    expect([namesIn(without), without.opinions]).toEqual([[], []]);
    expect([(await world.opinionRow(top)).state, (await world.opinionRow(under)).state]).toEqual([
      'accepted',
      'merged',
    ]);
  });

  test('credits confirmed co-signers as it credits authors', async () => {
    const token = (person: { token: string }) => ({ token: person.token });
    const ask = (by: { token: string }, method: string, path: string, body: unknown) =>
      world.test.request(method, path, { ...token(by), body });
    const { body: begun } = await ask(world.author, 'POST', '/opinions', { kind: 'proposal' });
    const parts = ['cause', 'grounds', 'measures'].map((key) => ({ key, text: '建设立体停车场。' }));
    const text = { title: '关于停车难的提案', theme: 'transport', desk: 'sector_group', suggestedBody: '住建局' };
    await ask(world.author, 'PATCH', `/opinions/${begun.id}`, { version: begun.version, ...text, sections: parts });
    const version = async () => (await world.opinionRow(begun.id)).version;
    const memberIds = [world.second.memberId, world.stranger.memberId];
    await ask(world.author, 'PUT', `/opinions/${begun.id}/cosigners`, { version: await version(), memberIds });
    const sign = async (by: { token: string }, decision: string) =>
      ask(by, 'POST', `/opinions/${begun.id}/cosign`, { version: await version(), decision });
    expect((await sign(world.second, 'confirmed')).status).toBeLessThan(300);
    await sign(world.stranger, 'declined');
    await world.opinion(world.author, begun.id, 'submit');
    await world.opinion(world.convener, begun.id, 'accept');
    const { body } = await world.compose([begun.id, await world.accepted(world.second)]);
    expect(namesIn(body)).toEqual(['李文远', '王晓梅']);
    expect(body.opinions.find(({ id }) => id === begun.id)?.authorNames).toEqual(['李文远', '王晓梅']);
  });

  test('begins with nothing, and cannot be shown round before it has opinions and a text', async () => {
    const { body } = await world.compose([]);
    expect(body.allowedActions).toEqual(['save', 'withdraw']);
    const early = await world.act<{ detail: string }>(world.convener, body.id, 'circulate');
    expect([early.status, early.body.detail]).toEqual([409, '还没有选入意见，请先选入本界别已采集的意见。']);
    await world.choose(body.id, [await world.accepted(world.author)]);
    const empty = await world.act<{ errors: { field: string }[] }>(world.convener, body.id, 'circulate');
    expect([empty.status, empty.body.errors.map(({ field }) => field)]).toEqual([
      422,
      ['sections.situation', 'sections.analysis', 'sections.suggestion'],
    ]);
  });

  test('keeps the parts of the text that a save does not name', async () => {
    const { id, version } = await world.voice();
    const save = (body: unknown) =>
      world.test.request('PATCH', `/sector-voices/${id}`, { token: world.convener.token, body });
    const { body } = await save({ version, theme: 'governance', sections: { analysis: '新的分析。' } });
    expect(body.sections.map(({ text }: { text: string }) => text)).toEqual([
      '菜市场周边停车难。',
      '新的分析。',
      '建设立体停车场。',
    ]);
    expect([body.theme, body.title]).toEqual(['governance', '关于停车难的界别声音']);
    const long = await save({ version: body.version, sections: { analysis: '长'.repeat(3001) } });
    expect(long.status).toBe(422);
    expect((await save({ version, title: '旧版本' })).status).toBe(409);
  });
});

describe('opinions are taken in', () => {
  const refused = async (ids: string[]) => {
    const { status, body } = await world.compose<{ errors: { code: string }[] }>(ids);
    return [status, body.errors?.[0]?.code];
  };

  test('only when the own sector group has accepted them', async () => {
    const waiting = await world.handedIn(world.author);
    expect(await refused([waiting])).toEqual([422, 'opinion_not_choosable']);
    const atOffice = await world.accepted(world.author, { desk: 'office' });
    expect(await refused([atOffice])).toEqual([422, 'opinion_not_choosable']);
    const elsewhere = await world.handedIn(world.otherConvener);
    await world.opinion(world.otherConvener, elsewhere, 'accept');
    expect(await refused([elsewhere])).toEqual([422, 'opinion_not_choosable']);
    expect(await refused([world.convener.memberId])).toEqual([422, 'opinion_not_choosable']);
    expect((await world.opinionRow(atOffice)).state).toBe('accepted');
  });

  test('into one voice only, also when two are composed at the same moment', async () => {
    const id = await world.accepted(world.author);
    const replies = await Promise.all([world.compose([id]), world.compose([id])]);
    expect(replies.map(({ status }) => status < 300).sort()).toEqual([false, true]);
    expect(await refused([id])).toEqual([422, 'opinion_not_choosable']);
  });

  test(`at most ${LIMITS.voiceOpinions} at once, each once`, async () => {
    const id = await world.accepted(world.author);
    expect((await world.compose([id, id])).status).toBe(422);
    const many = Array.from({ length: LIMITS.voiceOpinions + 1 }, () => crypto.randomUUID());
    expect((await world.compose(many)).status).toBe(422);
  });

  test('and not taken out by the back door while the voice holds them', async () => {
    const id = await world.accepted(world.author);
    await world.compose([id]);
    const { version } = await world.opinionRow(id);
    const body = { version };
    const reply = await world.test.request('POST', `/opinions/${id}/split`, { token: world.convener.token, body });
    expect([reply.status, (await world.opinionRow(id)).state]).toEqual([409, 'merged']);
  });

  test('not while it is shown round or with the office', async () => {
    const more = await world.accepted(world.author);
    for (const state of ['circulating', 'submitted', 'accepted'] as const) {
      const voiceId = await world.voiceIn(state);
      const { opinions } = (await world.show(world.convener, voiceId)).body;
      expect((await world.choose(voiceId, [...opinions.map(({ id }) => id), more])).status).toBe(409);
    }
    expect((await world.opinionRow(more)).state).toBe('accepted');
  });
});

describe('sources', () => {
  test('are neither lost nor doubled by taking opinions in and out, or by giving the voice up', async () => {
    const { letters } = world;
    const [first, second, third] = [
      await letters.delivered(),
      await letters.delivered(),
      await letters.delivered({ memberId: world.second.memberId }),
    ];
    const a = await world.accepted(world.author, { letterIds: [first, second] });
    const b = await world.accepted(world.second, { letterIds: [third] });
    const links = [`${a}:${first}`, `${a}:${second}`, `${b}:${third}`].sort();
    const all = await world.sourceLinks();
    const { id } = await world.voice([a, b]);
    expect(await linksBehind(id)).toEqual(links);
    await world.choose(id, [b]);
    expect(await linksBehind(id)).toEqual([`${b}:${third}`]);
    await world.choose(id, [a, b]);
    expect(await linksBehind(id)).toEqual(links);
    await world.do(id, 'circulate');
    await world.do(id, 'withdraw');
    expect(await linksBehind(id)).toEqual([]);
    expect(await world.sourceLinks()).toEqual(all);
    for (const opinionId of [a, b]) {
      const { state, mergedIntoId } = await world.opinionRow(opinionId);
      expect([state, mergedIntoId]).toEqual(['accepted', null]);
    }
    const again = await world.voice([b, a]);
    expect(await linksBehind(again.id)).toEqual(links);
  });

  test('share the fate of the voice', async () => {
    const letterId = await world.letters.delivered();
    const a = await world.accepted(world.author, { letterIds: [letterId] });
    const { id } = await world.voice([a, await world.accepted(world.second)]);
    for (const action of ['circulate', 'agree', 'submit', 'accept'] as const) await world.do(id, action);
    for (const [action, state] of [
      ['list', 'merged'],
      ['decide', 'decided'],
      ['feed_back', 'fed_back'],
      ['relay', 'relayed'],
    ] as const) {
      await world.move({ kind: 'sector_voice', id }, action);
      expect((await world.opinionRow(a)).state).toBe(state);
    }
    expect(await linksBehind(id)).toEqual([`${a}:${letterId}`]);
  });
});

describe('composing', () => {
  test.each([
    ['another sector', () => world.otherConvener, 403],
    ['nothing', () => world.author, 403],
    ['the office', () => world.office, 403],
  ])('is not for who convenes %s', async (_, person, status) => {
    const id = await world.accepted(world.author);
    const over = { sectorId: world.letters.sectorId };
    expect((await world.compose([id], over, person())).status).toBe(status);
    expect((await world.opinionRow(id)).state).toBe('accepted');
  });

  test('is handed over with the role: the new convener carries the voice on, the old one does not', async () => {
    const { id } = await world.voice();
    const { sectorId } = world.letters;
    await world.appoint(sectorId, world.stranger);
    const body = { version: (await world.show(world.stranger, id)).body.version };
    const circulated = await world.test.request('POST', `/sector-voices/${id}/circulate`, {
      token: world.stranger.token,
      body,
    });
    expect([circulated.status, circulated.body.convenerName]).toEqual([200, '何召集']);
    expect((await world.show(world.convener, id)).status).toBe(404);
    await world.appoint(sectorId, world.convener);
  });
});
