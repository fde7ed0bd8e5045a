import { gramsOf } from '../apps/api/dist/src/platform/text-index/grams.js';
import { id, KINDS, NOW, sqlId, WRITERS } from './data.mjs';

/** Seconds between two letters, and between two opinions. */
const LETTER_SECONDS = 29;
const OPINION_SECONDS = 145;

/**
 * What texts are made of: a text with number n has a phrase when n modulo the first number is the second. So some words stand in half
 * of all texts, some in one of 50,000, and how often two stand together is known.
 */
const PHRASES = [
  [2, 0, '附近居民意见很大'],
  [2, 1, '晚上出门不方便'],
  [3, 0, '希望委员帮忙反映'],
  [3, 1, '打过电话没有人来'],
  [3, 2, '请有关部门尽快处理'],
  [5, 0, '路灯坏了三个多月'],
  [5, 1, '自来水总是发黄'],
  [5, 2, '垃圾堆满没人清运'],
  [5, 3, '停车占了消防通道'],
  [5, 4, '公交班次实在太少'],
  ...[...'东西南北城关清河青山白马新华建设人民'].map((name, place) => [20, place, `${name}家湾社区三组`]),
  ...['幼儿园门口', '卫生院药房', '敬老院食堂', '农贸市场摊位', '灌溉渠涵洞'].map((where, place) => [
    500,
    place,
    where,
  ]),
  ...['候鸟栖息地', '石拱桥桥墩', '古樟树树洞', '抗旱深水井'].map((what, place) => [50_000, place * 10, what]),
];

/** Two words that somebody may search for, by how many texts hold both. */
export const SEARCHES = {
  /** One in ten. */
  often: ['路灯 居民', '自来水 出门', '停车 不方便', '公交 意见'],
  /** One in 500 and fewer. */
  seldom: ['路灯 幼儿园', '候鸟 居民', '卫生院 自来水', '桥墩 附近'],
  /** None, though each stands in a fifth of all. */
  never: ['路灯 停车', '自来水 垃圾', '公交 清运'],
};

const text = `CONCAT_WS('，', ${PHRASES.map(([every, at, words]) => `IF(n % ${every} = ${at}, '${words}', NULL)`).join(', ')})`;
const since = (seconds) => `(TIMESTAMP(${NOW}) - INTERVAL (n * ${seconds}) SECOND)`;
/** Document numbers are milliseconds since 2000, times 64; an opinion takes the place beside a letter of the same instant. */
const LATEST = (Date.parse('2026-11-20T04:00:00Z') - Date.parse('2000-01-01T00:00:00Z')) * 64;
const documentOf = (seconds, beside) => `${LATEST} - n * ${seconds * 64_000} + ${beside}`;

/** The lists of one kind of text, each written in the order of its table: sequences with steps need no sorting. */
function indexStatements({ kind, count, seconds, beside, title, scopes, idKind }) {
  const document = documentOf(seconds, beside);
  const numbers = `(SELECT seq AS n FROM seq_1_to_${count}) numbered`;
  const statements = [
    `INSERT INTO text_documents (document, kind, id, title, text, scopes, at)
     SELECT ${document}, ${kind}, ${sqlId(idKind, 'n')}, ${title}, ${text},
     CONCAT('["', ${scopes.join(`, '","', `)}, '"]'), ${since(seconds)} FROM ${numbers}`,
    ...scopes.map(
      (scope) =>
        `INSERT INTO text_scopes (kind, scope, document) SELECT ${kind}, ${scope}, ${document} FROM ${numbers}`,
    ),
  ];
  const lists = PHRASES.flatMap(([every, at, words]) => [...gramsOf(words)].map((gram) => [gram, every, at]));
  for (const [gram, every, at] of lists.sort((a, b) => a[0] - b[0])) {
    const first = at === 0 ? every : at;
    const last = count - ((count - first) % every);
    if (last < first) continue;
    statements.push(`INSERT IGNORE INTO text_grams (kind, gram, document)
      SELECT ${kind}, ${gram}, ${document} FROM (SELECT seq AS n FROM seq_${last}_to_${first}_step_${every}) numbered`);
  }
  return statements;
}

/** Every 20th opinion waits for the office, two of 20 are accepted, the others have come all the way. */
const STATE = "ELT(1 + LEAST(n % 20, 3), 'submitted', 'accepted', 'accepted', 'relayed')";
const after = (days, condition) => `IF(${condition}, at + INTERVAL ${days} DAY, NULL)`;
const SECTIONS = `JSON_OBJECT('situation', ${text}, 'analysis', '车位少、管理散，老旧小区尤其突出。', 'suggestion', '请主管部门牵头，分批改造。')`;

function opinionStatements({ letters, opinions, mailboxes }) {
  const member = sqlId(KINDS.member, `1 + n % ${mailboxes}`);
  return [
    `INSERT INTO opinions (id, kind, title, theme, sections, state, authorMemberId, authorAccountId, sectorId, townshipId, desk,
      reference, submittedAt, acceptedAt, decidedAt, fedBackAt, relayedAt, intakeDue, createdAt, updatedAt, version)
      SELECT ${sqlId(KINDS.opinion, 'n')}, 'information', CONCAT('关于村口路灯的建议 ', n),
      ELT(1 + n % 4, 'construction', 'transport', 'health', 'education'), ${SECTIONS}, s, ${member},
      ${sqlId(KINDS.memberAccount, `1 + n % ${mailboxes}`)}, ${sqlId(KINDS.unit, '1 + n % 20')}, ${sqlId(KINDS.unit, '201 + n % 20')}, 'office',
      IF(s = 'submitted', NULL, CONCAT('社情民意 2026-', LPAD(n, 7, '0'))), at, ${after(2, "s <> 'submitted'")},
      ${after(20, "s = 'relayed'")}, ${after(25, "s = 'relayed'")}, ${after(30, "s = 'relayed'")}, ${after(7, "s = 'submitted'")},
      at, at, 3 FROM (SELECT seq AS n, ${STATE.replaceAll('n %', 'seq %')} AS s,
      ${since(OPINION_SECONDS).replaceAll('(n ', '(seq ')} AS at FROM seq_1_to_${opinions}) numbered`,
    `INSERT INTO opinion_sources (id, opinionId, sourceKind, sourceId, memberId, writerAccountId, sourceReference, quotable, at)
      SELECT ${sqlId(KINDS.source, 'n')}, ${sqlId(KINDS.opinion, 'n')}, 'letter', ${sqlId(KINDS.letter, 'n * 5')}, ${member},
      ${sqlId(KINDS.writer, `1 + (n * 5) % ${WRITERS}`)}, CONCAT('来信 2026-', LPAD(n * 5, 7, '0')), 1, ${since(OPINION_SECONDS)}
      FROM (SELECT seq AS n FROM seq_1_to_${Math.min(opinions, Math.floor(letters / 5))}) numbered`,
  ];
}

/** Letter 5 m is the source of opinion m. */
const LIFTED = 'n % 5 = 0';
const ACCEPTED = `${LIFTED} AND (n DIV 5) % 20 > 0`;
const BACK = `${LIFTED} AND (n DIV 5) % 20 > 2`;
const STEPS = [
  ['delivered', 'deliveredAt', '0'],
  ['answered_in_time', 'answeredAt', 'CRC32(letterId) % 6'],
  ['lifted', 'liftedAt', 'CRC32(letterId) % 15'],
  ['accepted', 'acceptedAt', 'CRC32(letterId) % 12'],
  ['decided', 'decidedAt', 'CRC32(letterId) % 40'],
  ['adopted', 'adoptedAt', 'CRC32(letterId) % 40'],
  ['fed_back', 'fedBackAt', 'CRC32(letterId) % 14'],
  ['relayed', 'relayedAt', 'CRC32(letterId) % 8'],
  ['heard', 'heardAt', 'CRC32(letterId) % 10'],
];
const PARTS = { all: "''", sector: 'sectorId', township: 'townshipId', category: 'category' };

function figureStatements({ letters, mailboxes }) {
  return [
    `INSERT INTO letter_progress (letterId, month, sectorId, townshipId, category, deliveredAt, answeredAt, inTime, liftedAt, acceptedAt,
      decidedAt, adoptedAt, fedBackAt, relayedAt, heardAt, stars)
      SELECT ${sqlId(KINDS.letter, 'n')}, DATE_FORMAT(at + INTERVAL 8 HOUR, '%Y-%m'), ${sqlId(KINDS.unit, `1 + (1 + n % ${mailboxes}) % 20`)},
      ${sqlId(KINDS.unit, '201 + n % 20')}, ELT(1 + n % 5, 'appeal', 'opinion', 'suggestion', 'inquiry', 'cppcc_work'), at,
      ${after(1, 'n % 10 > 0')}, n % 10 > 0, ${after(10, LIFTED)}, ${after(12, ACCEPTED)}, ${after(40, BACK)},
      ${after(40, `${BACK} AND n % 3 > 0`)}, ${after(50, BACK)}, ${after(55, BACK)}, ${after(60, `${BACK} AND n % 4 = 0`)},
      IF(${BACK} AND n % 4 = 0, 1 + n % 5, NULL) FROM (SELECT seq AS n,
      ${since(LETTER_SECONDS).replaceAll('(n ', '(seq ')} AS at FROM seq_1_to_${letters}) numbered`,
    ...Object.entries(PARTS).flatMap(([dimension, part]) =>
      STEPS.map(
        ([step, column, days]) => `INSERT INTO loop_figures (dimension, part, month, step, days, letters, stars)
          SELECT '${dimension}', ${part}, month, '${step}', ${days} AS days, COUNT(*), ${step === 'heard' ? 'SUM(stars)' : '0'}
          FROM letter_progress WHERE ${column} IS NOT NULL GROUP BY 2, month, 5`,
      ),
    ),
  ];
}

/** The statements that add opinions, the index of all texts, the figures, and the office's people who look at them. */
export function loopStatements(size) {
  const { letters, opinions, officers, mailboxes } = size;
  if (!opinions) return [];
  const writer = `CONCAT('writer:', ${sqlId(KINDS.writer, `1 + n % ${WRITERS}`)})`;
  const member = (scope) => `CONCAT('${scope}:', ${sqlId(KINDS.member, `1 + n % ${mailboxes}`)})`;
  return [
    `INSERT INTO accounts (id, name, createdAt, version)
      SELECT ${sqlId(KINDS.officer, 'seq')}, CONCAT('办公室', seq), ${NOW}, 1 FROM seq_1_to_${officers}`,
    `INSERT INTO account_roles (accountId, name, scopeId, grantedAt)
      SELECT ${sqlId(KINDS.officer, 'seq')}, 'office', '', ${NOW} FROM seq_1_to_${officers}`,
    ...opinionStatements(size),
    ...indexStatements({
      ...{ kind: 1, count: letters, seconds: LETTER_SECONDS, beside: 0, idKind: KINDS.letter },
      ...{ title: "CONCAT('村口的路灯坏了 ', n)", scopes: [member('member'), writer] },
    }),
    ...indexStatements({
      ...{ kind: 2, count: opinions, seconds: OPINION_SECONDS, beside: 1, idKind: KINDS.opinion },
      ...{ title: "CONCAT('关于村口路灯的建议 ', n)", scopes: [member('author'), "'desk:office'"] },
    }),
    ...figureStatements(size),
    'ANALYZE TABLE opinions, opinion_sources, text_documents, text_grams, text_scopes, letter_progress, loop_figures',
  ];
}

/** 200 accepted opinions, others each time, for a digest. */
export function acceptedOpinions(turn, opinions, count = 200) {
  const accepted = Math.floor(opinions / 20);
  return Array.from({ length: count }, (_, place) => ({
    kind: 'opinion',
    id: id(KINDS.opinion, ((turn * count + place) % accepted) * 20 + 1),
  }));
}
