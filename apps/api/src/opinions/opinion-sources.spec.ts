import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpinionWorld } from '../../test/opinions.js';
import { isFounded } from './opinion-sources.js';

let world: OpinionWorld;

beforeAll(async () => {
  world = await OpinionWorld.start();
});
afterAll(() => world.stop());

const QUOTE = '老人晚上出门不方便';

function put(id: string, version: number, sources: unknown[], by = world.author) {
  return world.request('PUT', `/opinions/${id}/sources`, by, { version, sources });
}

describe('the writer of a letter', () => {
  it('who does not agree is not quoted, but stays linked, seen by the author alone', async () => {
    const sourceId = await world.letters.delivered({ consentOpinion: false, consentName: true });
    const offered = await world.request('GET', `/sourceable-letters/${sourceId}`, world.author);
    expect(offered.body).toMatchObject({ quotable: false, shownName: null });
    const refused = await world.request('POST', '/opinions', world.author, {
      kind: 'information',
      sources: [{ sourceKind: 'letter', sourceId, quote: QUOTE }],
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ field: 'sources.0.quote', code: 'quote_without_consent' }]);
    const { id } = await world.accepted([{ sourceKind: 'letter', sourceId }]);
    const [seen] = (await world.show(world.office, id)).body.sources;
    expect(seen).toEqual({
      id: seen?.id,
      sourceKind: 'letter',
      sourceId: null,
      reference: null,
      title: null,
      quotable: false,
      quote: null,
      shownName: null,
    });
    expect((await world.show(world.author, id)).body.sources).toMatchObject([{ sourceId, quote: null }]);
  });

  it('who agrees to be quoted is not named', async () => {
    const sourceId = await world.letters.delivered();
    const { id } = await world.accepted([{ sourceKind: 'letter', sourceId, quote: QUOTE }]);
    expect((await world.show(world.office, id)).body.sources).toMatchObject([{ quote: QUOTE, shownName: null }]);
  });

  it('who agrees to that too is named', async () => {
    const sourceId = await world.letters.delivered({ consentName: true });
    const { id } = await world.accepted([{ sourceKind: 'letter', sourceId, quote: QUOTE }]);
    expect((await world.show(world.office, id)).body.sources).toMatchObject([{ quote: QUOTE, shownName: '张建国' }]);
  });

  it('who takes the letter back is no source any more', async () => {
    const sourceId = await world.letters.delivered();
    const { id } = await world.submitted({}, [{ sourceKind: 'letter', sourceId, quote: QUOTE }]);
    await world.letters.do(world.letters.writer, sourceId, 'withdraw');
    expect((await world.show(world.author, id)).body.sources).toEqual([]);
    expect(await world.noticesOf(world.author)).toContain('opinion_source_withdrawn');
  });
});

describe('what an opinion is drawn from', () => {
  it('is only what stands in the own mailbox', async () => {
    const foreign = await world.letters.delivered({ memberId: world.colleague.memberId });
    const waiting = (await world.letters.send()).body.id;
    for (const [sourceKind, sourceId] of [
      ['letter', foreign],
      ['letter', waiting],
      ['contact_point', foreign],
    ]) {
      const body = { kind: 'information', sources: [{ sourceKind, sourceId }] };
      const { status, body: refused } = await world.request('POST', '/opinions', world.author, body);
      expect([status, refused.errors[0].field, refused.errors[0].code]).toEqual([
        422,
        'sources.0.sourceId',
        'source_unknown',
      ]);
    }
    expect((await world.request('GET', `/sourceable-letters/${foreign}`, world.author)).status).toBe(404);
  });

  it('is each source once, in what was said, and changes as the author likes while writing', async () => {
    const first = await world.letters.delivered();
    const second = await world.letters.delivered();
    const begun = await world.begin('information', [{ sourceKind: 'letter', sourceId: first }]);
    const link = begun.sources[0]?.id;
    const twice = [first, first].map((sourceId) => ({ sourceKind: 'letter', sourceId }));
    expect((await put(begun.id, begun.version, twice)).body.errors[0].code).toBe('source_doubled');
    const made = [{ sourceKind: 'letter', sourceId: first, quote: '路灯从来没有亮过' }];
    expect((await put(begun.id, begun.version, made)).body.errors[0].code).toBe('quote_unfounded');
    const both = [
      { sourceKind: 'letter', sourceId: first, quote: QUOTE },
      { sourceKind: 'letter', sourceId: second },
    ];
    const chosen = await put(begun.id, begun.version, both);
    expect(chosen.body.sources).toMatchObject([{ id: link, sourceId: first, quote: QUOTE }, { sourceId: second }]);
    expect((await put(begun.id, begun.version, [])).body.code).toBe('version_conflict');
    const [, ...rest] = both;
    expect((await put(begun.id, chosen.body.version, rest)).body.sources).toMatchObject([{ sourceId: second }]);
    const offered = await world.request('GET', `/sourceable-letters/${second}`, world.author);
    expect(offered.body.opinionCount).toBe(1);
  });

  it('stays when the letter goes to another mailbox, and nothing more is taken from it', async () => {
    const sourceId = await world.letters.delivered();
    const begun = await world.begin('information', [{ sourceKind: 'letter', sourceId, quote: QUOTE }]);
    await world.letters.do(world.author, sourceId, 'transfer');
    const same = [{ sourceKind: 'letter', sourceId, quote: QUOTE }];
    const kept = await put(begun.id, begun.version, same);
    expect(kept.body.sources).toMatchObject([{ id: begun.sources[0]?.id, quote: QUOTE }]);
    const more = [{ sourceKind: 'letter', sourceId, quote: '已经坏了半个月' }];
    expect((await put(begun.id, kept.body.version, more)).body.errors[0].code).toBe('source_unknown');
  });
});

describe('a quote', () => {
  const words = '我们小区门口的路灯\n已经坏了半个月，老人晚上出门不方便。';
  it.each([
    ['路灯已经坏了', true],
    ['路灯 已经坏了半个月', true],
    ['路灯……晚上出门不方便', true],
    ['路灯...晚上', true],
    ['晚上……路灯', false],
    ['路灯坏了', false],
    ['……', false],
  ])('%s: %s', (quote, founded) => {
    expect(isFounded(quote, words)).toBe(founded);
  });
});
