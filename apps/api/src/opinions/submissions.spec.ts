import { afterAll, beforeAll, expect, it } from 'vitest';
import { OpinionWorld } from '../../test/opinions.js';
import type { Person } from '../../test/people.js';
import { ActorSource } from '../platform/abilities/actor.js';

let world: OpinionWorld;

beforeAll(async () => {
  world = await OpinionWorld.start();
});
afterAll(() => world.stop());

const refOf = (id: string) => ({ kind: 'opinion', id }) as const;

it('name an opinion with those who signed it, and count what is behind it and under it', async () => {
  const { author, colleague, office } = world;
  const letters = [await world.letters.delivered(), await world.letters.delivered()];
  const proposal = await world.begin('proposal', [{ sourceKind: 'letter', sourceId: letters[0] ?? '' }]);
  await world.write(proposal.id);
  const { version } = await world.row(proposal.id);
  const memberIds = [colleague.memberId];
  await world.request('PUT', `/opinions/${proposal.id}/cosigners`, author, { version, memberIds });
  await world.do(colleague, proposal.id, 'cosign', { decision: 'confirmed' });
  await world.do(author, proposal.id, 'submit');
  await world.do(office, proposal.id, 'accept');
  const under = await world.accepted([
    { sourceKind: 'letter', sourceId: letters[1] ?? '', quote: '老人晚上出门不方便' },
  ]);
  await world.do(office, under.id, 'merge', { intoId: proposal.id });

  const unknown = world.committeeId;
  const summaries = await world.submissions.summaries([refOf(proposal.id), refOf(under.id), refOf(unknown)]);
  expect([...summaries.keys()].sort()).toEqual([proposal.id, under.id].sort());
  expect(summaries.get(proposal.id)).toMatchObject({
    kind: 'opinion',
    opinionKind: 'proposal',
    authorNames: ['李文远', '王晓梅'],
    sectorName: '测试界别',
    state: 'accepted',
    stateLabel: '已采集',
    sourceCount: 2,
    mergedCount: 1,
  });
  expect(summaries.get(under.id)).toMatchObject({ opinionKind: 'information', sourceCount: 1, mergedCount: 0 });

  const behind = await world.submissions.behind(refOf(proposal.id));
  expect(behind.opinions.map(({ id }) => id)).toEqual([proposal.id, under.id]);
  expect(behind.opinions[0]).toMatchObject({
    cosigners: [{ memberId: colleague.memberId, accountId: colleague.accountId }],
    sources: [{ sourceId: letters[0], writerAccountId: world.letters.writer.accountId, shownName: null, quote: null }],
  });
  expect(behind).toMatchObject({ contributors: [], convener: null });
  const both = await world.submissions.behindAll([refOf(proposal.id), refOf(under.id)]);
  expect(both.get(proposal.id)?.opinions).toHaveLength(2);
  expect(both.get(under.id)?.opinions.map(({ id }) => id)).toEqual([under.id]);

  const text = (await world.submissions.texts([refOf(proposal.id)])).get(proposal.id);
  expect(text?.sections.map(({ label }) => label)).toEqual(['案由', '理由', '办法']);
  expect(text?.credits).toMatchObject([
    { name: '李文远', role: 'author', sectorName: '测试界别' },
    { name: '王晓梅', role: 'cosigner' },
  ]);

  const ofLetter = await world.submissions.opinionsOfSource('letter', letters[1] ?? '');
  expect(ofLetter).toMatchObject([{ id: under.id, state: 'merged', quote: '老人晚上出门不方便' }]);
  expect((await world.submissions.sourceIdsOf([proposal.id, under.id], 'letter')).sort()).toEqual([...letters].sort());
  expect(await world.submissions.rootsOf([proposal.id, under.id, unknown])).toEqual(
    new Map([
      [proposal.id, refOf(proposal.id)],
      [under.id, refOf(proposal.id)],
    ]),
  );

  const viewersOf = async ({ token }: Person, id: string) => {
    const actor = await world.letters.test.app.get(ActorSource).actorOf(token);
    return actor && world.submissions.viewersOf(actor, refOf(id));
  };
  expect(await viewersOf(author, under.id)).toEqual(['author']);
  expect(await viewersOf(colleague, proposal.id)).toEqual(['cosigner']);
  expect(await viewersOf(colleague, under.id)).toEqual([]);
  expect(await viewersOf(office, under.id)).toEqual(['desk']);
});

it('are candidates for a digest while they are accepted and stand by themselves, the longest waiting first', async () => {
  const found = async (over: object = {}) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.submissions.candidates({ limit: 2, ...over, ...(cursor && { cursor }) });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return ids;
  };
  const before = await found();
  const opinions = [];
  for (let n = 0; n < 5; n += 1) opinions.push(await world.accepted(undefined, n === 4 ? 'topic' : 'information'));
  const [first, second, third, fourth, fifth] = opinions.map(({ id }) => id);
  await world.do(world.office, second ?? '', 'merge', { intoId: third });
  await world.submissions.move(refOf(fourth ?? ''), 'list', { at: new Date(), accountId: null });
  expect(await found()).toEqual([...before, first, third, fifth]);
  expect(await found({ kind: 'topic' })).toEqual([fifth]);
  expect(await found({ query: opinions[0]?.title })).toEqual([first]);
  expect(await found({ theme: 'culture' })).toEqual([]);
  expect(await found({ kind: 'sector_voice' })).toEqual([]);
});

it('are listed page by page to their author', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path: string = `/opinions?limit=3&kind=information${cursor && `&cursor=${cursor}`}`;
    const { body }: { body: { items: { id: string }[]; nextCursor: string | null } } = await world.request(
      'GET',
      path,
      world.author,
    );
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(5);
  const { id } = await world.begin('speech');
  await world.do(world.author, id, 'withdraw');
  const list = async (query: string) =>
    (await world.request('GET', `/opinions?${query}`, world.author)).body.items.map((item: { id: string }) => item.id);
  expect(await list('kind=speech')).toEqual([]);
  expect(await list('kind=speech&state=withdrawn')).toEqual([id]);
  expect((await world.request('GET', '/opinions/counts', world.author)).body).toEqual({
    draft: 0,
    returned: 0,
    cosignInvited: 0,
  });
});
