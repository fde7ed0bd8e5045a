import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECLINED, DigestWorld, REFERRED } from '../../../test/digests.js';
import type { DigestView } from '../digests.views.js';
import { chineseNumber } from './chinese-numerals.js';
import { DOCX_TYPE } from './digest-document.js';

let world: DigestWorld;
let digest: DigestView;

beforeAll(async () => {
  world = await DigestWorld.start();
  const refs = await world.accepted(2);
  refs.push({ kind: 'sector_voice', id: await world.voices.voiceIn('accepted') });
  const draft = await world.digest(refs);
  const [a, b, c] = draft.items.map(({ id }) => id);
  const arranged = await world.must(world.office, 'PUT', `/digests/${draft.id}/arrangement`, {
    version: draft.version,
    sections: [
      { title: '城乡建设', itemIds: [a, b] },
      { title: '界别声音', itemIds: [c] },
    ],
  });
  await world.must(world.office, 'PATCH', `/digests/${draft.id}/items/${b}`, {
    version: 1,
    summary: '摘要只有一句话。',
  });
  const { version } = await world.row(draft.id);
  expect(version).toBeGreaterThan(arranged.version);
  digest = await world.must(world.office, 'PATCH', `/digests/${draft.id}`, {
    version,
    issuer: '政协连心县委员会办公室',
  });
});

afterAll(() => world.test.stop());

/** The parts of the Word file as somebody gets it. */
async function parts(
  by = world.office,
): Promise<{ document: string; styles: string; footers: string[]; settings: string }> {
  const reply = await world.test.request<Buffer>('GET', `/digests/${digest.id}/document`, { token: by.token });
  expect([reply.status, reply.headers['content-type']]).toEqual([200, DOCX_TYPE]);
  const files = unzipSync(reply.body);
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const footers = Object.keys(files).filter((name) => /^word\/footer\d+\.xml$/.test(name));
  return {
    document: read('word/document.xml'),
    styles: read('word/styles.xml'),
    footers: footers.map(read),
    settings: read('word/settings.xml'),
  };
}

/** The paragraphs of a part: their text, and the first run's face, half-points and colour. */
function paragraphsOf(xml: string) {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/g)].map(([, inner = '']) => ({
    text: [...inner.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/g)].map(([, text]) => text).join(''),
    face: /w:eastAsia="(.*?)"/.exec(inner)?.[1],
    size: /<w:sz w:val="(\d+)"/.exec(inner)?.[1],
    color: /<w:color w:val="(\w+)"/.exec(inner)?.[1],
    align: /<w:jc w:val="(\w+)"/.exec(inner)?.[1],
    inner,
  }));
}

const find = (xml: string, text: string) => paragraphsOf(xml).find((paragraph) => paragraph.text.includes(text));

describe('the Word document', () => {
  it('is A4 with the margins, lines and type of GB/T 9704-2012', async () => {
    const { document, styles } = await parts();
    const page = /<w:sectPr>.*<\/w:sectPr>/.exec(document)?.[0] ?? '';
    const attribute = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(page)?.[1]);
    const millimetres = (name: string) => Math.round((attribute(name) / 1440) * 25.4 * 10) / 10;
    expect(['w:w', 'w:h', 'w:top', 'w:right', 'w:bottom', 'w:left'].map(millimetres)).toEqual([
      210, 297, 37, 26, 35, 28,
    ]);
    expect(page).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579"');
    // 22 lines and 28 characters fit between the margins, a 23rd and a 29th do not.
    const [width, height] = [156, 225].map((value) => (value / 25.4) * 1440) as [number, number];
    expect(Math.floor(height / 579)).toBe(22);
    const spacing = Number(/<w:spacing w:val="(-?\d+)"/.exec(styles)?.[1]);
    expect(Math.floor(width / (16 * 20 + spacing))).toBe(28);
    const defaults = /<w:docDefaults>(.*?)<\/w:docDefaults>/.exec(styles)?.[1] ?? '';
    expect(defaults).toContain('w:eastAsia="仿宋"');
    expect(defaults).toContain('<w:sz w:val="32"/>');
    expect(defaults).toContain('w:line="579" w:lineRule="exact"');
  });

  it('has title, headings and body in their type faces and sizes', async () => {
    const { document } = await parts();
    expect(find(document, digest.title)).toMatchObject({ face: '方正小标宋简体', size: '44', align: 'center' });
    expect(find(document, '一、城乡建设')).toMatchObject({ face: '黑体' });
    expect(find(document, '（一）')).toMatchObject({ face: '楷体' });
    expect(find(document, '菜市场周边停车难')?.inner).toContain('w:firstLineChars="200"');
    expect(find(document, '第十二次主席会议：')).toMatchObject({ align: undefined });
  });

  it('numbers its pages “— 1 —” in 4号宋体 on the outer side', async () => {
    const { document, footers, settings } = await parts();
    expect(settings).toContain('<w:evenAndOddHeaders/>');
    expect(document).toMatch(/<w:footerReference w:type="default".*<w:footerReference w:type="even"/);
    const sides = footers.map((footer) => paragraphsOf(footer)[0]);
    expect(sides.map((side) => side?.align).sort()).toEqual(['left', 'right']);
    for (const side of sides) {
      expect(side).toMatchObject({ face: '宋体', size: '28', text: '—  —' });
      expect(side?.inner).toMatch(/— <\/w:t>.*PAGE.*<w:t[^>]*> —/);
    }
  });

  it('has a red heading with number and rule only when it is wished', async () => {
    const plain = await parts();
    expect(plain.document).not.toContain('FF0000');
    const { version } = await world.row(digest.id);
    await world.must(world.office, 'PATCH', `/digests/${digest.id}`, { version, redHeading: true });
    const { document } = await parts();
    const [heading] = paragraphsOf(document);
    expect(heading).toMatchObject({ text: '政协连心县委员会办公室', face: '方正小标宋简体', color: 'FF0000' });
    expect(heading?.inner).toContain('w:before="1984"');
    const number = find(document, '汇总〔');
    expect(number?.text).toMatch(/^汇总〔\d{4}〕[1-9]\d*号$/);
    expect(number?.inner).toMatch(/<w:bottom [^>]*w:color="FF0000"/);
  });

  it('bears every item in its order, with what the office says of it, everybody credited, issuer and date', async () => {
    const { document } = await parts();
    const texts = paragraphsOf(document).map(({ text }) => text);
    const places = ['一、城乡建设', '（一）', '摘要只有一句话。', '二、界别声音', '关于停车难的界别声音'].map((words) =>
      texts.findIndex((text) => text.includes(words)),
    );
    expect(places).toEqual([...places].sort((x, y) => x - y));
    expect(places).not.toContain(-1);
    expect(texts.filter((text) => text.startsWith('（一）') || text.startsWith('（二）'))).toHaveLength(3);
    expect(texts.filter((text) => text.startsWith('情况：菜市场周边停车难。'))).toHaveLength(2);
    const credits = texts.filter((text) => text.includes('反映；'));
    expect(credits[0]).toMatch(/^（李文远（测试界别）反映；社情民意 \d{4}-\d{4}）$/);
    expect(credits.at(-1)).toMatch(
      /^（测试界别集体反映；.*李文远（测试界别）.*王晓梅（测试界别）.*参与；界别声音 .*）$/,
    );
    expect(texts.at(-2)).toBe('政协连心县委员会办公室');
    expect(texts.at(-1)).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);
    expect(texts.join('')).not.toContain('会议决定');
  });

  it('bears each decision once it is signed, and not before', async () => {
    const { version } = await world.row(digest.id);
    await world.must(world.office, 'POST', `/digests/${digest.id}/submit`, { version });
    const [first, second, third] = digest.items.map(({ id }) => id);
    await world.decide(digest.id, first ?? '', REFERRED);
    await world.decide(digest.id, second ?? '', DECLINED);
    expect((await parts(world.leader)).document).not.toContain('会议决定');
    await world.decide(digest.id, third ?? '', { outcome: 'partly_adopted', reason: '先试点。', use: 'key_research' });
    const { version: signing } = await world.row(digest.id);
    await world.must(world.signer, 'POST', `/digests/${digest.id}/sign-off`, { version: signing });
    const texts = paragraphsOf((await parts(world.leader)).document).map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('会议决定：'))).toEqual([
      '会议决定：采纳，转交县住房和城乡建设局办理，2026年6月30日前办结。',
      '会议决定：未采纳。',
      '会议决定：部分采纳，转化为重点调研课题。',
    ]);
    expect(texts.filter((text) => text.startsWith('理由：'))).toHaveLength(3);
  });
});

it('the spreadsheet has one row an item, with its decision, and takes no text for a formula', async () => {
  const reply = await world.test.request<Buffer>('GET', `/digests/${digest.id}/spreadsheet`, {
    token: world.leader.token,
  });
  expect(reply.status).toBe(200);
  const [headings, ...rows] = await readSheet(reply.body);
  const column = (heading: string) => rows.map((row) => row[headings?.indexOf(heading) ?? -1]);
  expect(column('序号')).toEqual(['1', '2', '3']);
  expect(column('栏目')).toEqual(['城乡建设', '城乡建设', '界别声音']);
  expect(column('类型')).toEqual(['社情民意信息', '社情民意信息', '界别集体声音']);
  expect(column('内容')[1]).toBe('摘要只有一句话。');
  expect(column('决定')).toEqual(['采纳', '未采纳', '部分采纳']);
  expect(column('承办单位')[0]).toBe('县住房和城乡建设局');
  expect(reply.headers['content-disposition']).toContain(encodeURIComponent(`${digest.title}.xlsx`));
  expect(strFromU8(unzipSync(reply.body)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
});

it.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [45, '四十五'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [215, '二百一十五'],
  [300, '三百'],
])('%i is written %s', (number, expected) => {
  expect(chineseNumber(number)).toBe(expected);
});
