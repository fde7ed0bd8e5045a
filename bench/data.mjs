import { createHash } from 'node:crypto';

/** Less than 1 to try the measuring itself with less data; the goals are for 1. */
const SHARE = Number(process.env.BENCH_SHARE ?? 1);

/**
 * Sizes of the two databases that are compared. Each member has 500 letters in both, so that a page is equally full. Opinions, the text
 * index and the figures are in the large one only.
 */
export const SIZES = {
  large: {
    members: 2000,
    letters: 1_000_000 * SHARE,
    mailboxes: 2000 * SHARE,
    opinions: 200_000 * SHARE,
    officers: 2000,
  },
  small: { members: 2000, letters: 10_000, mailboxes: 20, opinions: 0, officers: 0 },
};
export const WRITERS = 10_000;

/** An id of the form that the product checks (UUIDv7), from a kind and a number. */
export function id(kind, number) {
  return `019a0000-000${kind}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export const sqlId = (kind, number) => `CONCAT('019a0000-000${kind}-7000-8000-', LPAD(LOWER(HEX(${number})), 12, '0'))`;

export const KINDS = {
  unit: 1,
  member: 2,
  memberAccount: 3,
  writer: 4,
  session: 5,
  letter: 6,
  message: 7,
  event: 8,
  opinion: 9,
  officer: 'a',
  source: 'b',
};

/** The session token of a member's or a writer's account; only its hash is in the database, as in the product. */
export function token(kind, number) {
  return `bench-${kind}-${String(number).padStart(8, '0')}-token`;
}

const hashed = (kind, number) => `SHA2(CONCAT('bench-${kind}-', LPAD(${number}, 8, '0'), '-token'), 256)`;

/** The present of the data. */
export const NOW = "'2026-11-20 04:00:00.000'";

const TEXT =
  '村口到小学的路灯坏了三个多月，晚上孩子们放学要打着手电走，前几天有位老人踩空摔伤了脚。大家打过电话，说已经登记，一直没有人来修。希望委员能帮忙反映，尽快修好，最好能换成太阳能的，省电也不容易坏。';
const STATES = "ELT(1 + n % 8, 'delivered', 'opened', 'answered', 'closed', 'closed', 'closed', 'closed', 'referred')";
const CATEGORIES = "ELT(1 + n % 5, 'appeal', 'opinion', 'suggestion', 'inquiry', 'cppcc_work')";

/** The statements that fill a migrated database, with MariaDB's own sequences: a million rows without sending a million rows. */
export function loadStatements({ members, letters, mailboxes, officers }) {
  const now = NOW;
  const sent = `(TIMESTAMP(${now}) - INTERVAL (n * 29) SECOND)`;
  const account = (kind, number) => sqlId(KINDS[kind], number);
  const sessions = (kind, accountKind, count, offset) => `INSERT INTO sessions
    (id, tokenHash, accountId, device, lifetimeSeconds, createdAt, lastSeenAt, expiresAt)
    SELECT ${sqlId(KINDS.session, `seq + ${offset}`)}, ${hashed(kind, 'seq')}, ${account(accountKind, 'seq')}, 'bench',
    2592000, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 30 DAY FROM seq_1_to_${count}`;
  return [
    'DELETE FROM directory_units',
    ...['sector', 'committee', 'township'].map(
      (kind, place) => `INSERT INTO directory_units (id, kind, name, position, active, version)
      SELECT ${sqlId(KINDS.unit, `seq + ${place * 100}`)}, '${kind}', CONCAT('${kind}', seq), seq, 1, 1 FROM seq_1_to_20`,
    ),
    `INSERT INTO members (id, number, name, pinyin, nameKeys, searchText, workUnit, post, field, sectorId, committeeId,
      townshipId, term, bio, active, letters, answered, usualAnswerHours, version)
      SELECT ${sqlId(KINDS.member, 'seq')}, CONCAT('LX-', seq), CONCAT('委员', seq), CONCAT('wei yuan ', LPAD(seq, 5, '0')),
      CONCAT('|weiyuan', seq, '|wy', seq), CONCAT('委员', seq, ' 县人民医院 基层医疗'), '县人民医院', '主任医师', '基层医疗、慢性病防治',
      ${sqlId(KINDS.unit, '1 + seq % 20')}, ${sqlId(KINDS.unit, '101 + seq % 20')}, ${sqlId(KINDS.unit, '201 + seq % 20')},
      '第十届', '从事基层医疗二十年。', 1, 500, 480, 40, 1 FROM seq_1_to_${members}`,
    `INSERT INTO accounts (id, name, openid, memberId, memberLinkedAt, createdAt, version)
      SELECT ${account('memberAccount', 'seq')}, CONCAT('委员', seq), CONCAT('oMEMBER', LPAD(seq, 21, '0')),
      ${sqlId(KINDS.member, 'seq')}, ${now}, ${now}, 1 FROM seq_1_to_${members}`,
    `INSERT INTO account_roles (accountId, name, scopeId, grantedAt)
      SELECT ${account('memberAccount', 'seq')}, 'member', '', ${now} FROM seq_1_to_${members}`,
    `INSERT INTO accounts (id, name, openid, townshipId, createdAt, version)
      SELECT ${account('writer', 'seq')}, CONCAT('群众', seq), CONCAT('oWRITER', LPAD(seq, 21, '0')),
      ${sqlId(KINDS.unit, '201 + seq % 20')}, ${now}, 1 FROM seq_1_to_${WRITERS}`,
    sessions('member', 'memberAccount', members, 0),
    sessions('writer', 'writer', WRITERS, 1_000_000),
    ...(officers > 0 ? [sessions('officer', 'officer', officers, 2_000_000)] : []),
    `INSERT INTO letters (id, reference, writerId, shownName, nameDisplay, memberId, sectorId, category, title, excerpt,
      photoCount, townshipId, place, consentOpinion, state, textHash, sentAt, lastActivityAt, deliveredAt, firstAnsweredAt,
      due, closingDue, closedAt, reopened, rating, writerUnread, memberUnread, version)
      SELECT ${sqlId(KINDS.letter, 'n')}, CONCAT('来信 2026-', LPAD(n, 7, '0')), ${account('writer', `1 + n % ${WRITERS}`)},
      '张**', 'surname', ${sqlId(KINDS.member, `1 + n % ${mailboxes}`)}, ${sqlId(KINDS.unit, `1 + (1 + n % ${mailboxes}) % 20`)},
      ${CATEGORIES}, CONCAT('村口的路灯坏了 ', n), LEFT('${TEXT}', 80), 0, ${sqlId(KINDS.unit, '201 + n % 20')}, NULL, 1, s,
      LEFT(SHA2(n, 256), 32), at, at + INTERVAL 1 DAY, at, IF(s IN ('answered', 'closed'), at + INTERVAL 1 DAY, NULL),
      IF(s IN ('delivered', 'opened'), at + INTERVAL 7 DAY, NULL), IF(s = 'answered', at + INTERVAL 21 DAY, NULL),
      IF(s = 'closed', at + INTERVAL 9 DAY, NULL), 0, IF(s = 'closed', 4, NULL), 0, n % 2, 3
      FROM (SELECT seq AS n, ${STATES.replaceAll('n %', 'seq DIV 2000 %')} AS s, ${sent.replaceAll('(n ', '(seq ')} AS at FROM seq_1_to_${letters}) numbered`,
    `INSERT INTO letter_messages (id, letterId, author, purpose, facts, accountId, authorName, text, photoIds, at, checkState, appeal)
      SELECT ${sqlId(KINDS.message, 'seq')}, ${sqlId(KINDS.letter, 'seq DIV 2')}, IF(seq % 2, 'member', 'writer'),
      IF(seq % 2, 'answer', 'letter'), '{}', IF(seq % 2, ${account('memberAccount', `1 + (seq DIV 2) % ${mailboxes}`)},
      ${account('writer', `1 + (seq DIV 2) % ${WRITERS}`)}), '张**', '${TEXT}', '[]',
      ${sent.replaceAll('(n ', '(seq DIV 2 ')}, 'passed', 'none' FROM seq_2_to_${letters * 2 + 1}`,
    `INSERT INTO journey_events (id, subjectKind, subjectId, type, at, party, accountId, facts)
      SELECT ${sqlId(KINDS.event, 'seq')}, 'letter', ${sqlId(KINDS.letter, 'seq DIV 3')},
      ELT(1 + seq % 3, 'letter_sent', 'letter_delivered', 'letter_opened'),
      ${sent.replaceAll('(n ', '(seq DIV 3 ')}, 'system', NULL, '{}' FROM seq_3_to_${letters * 3 + 2}`,
    `INSERT INTO letter_sequences (year, last) VALUES (YEAR(UTC_DATE()), ${letters + 1})
      ON DUPLICATE KEY UPDATE last = ${letters + 1}`,
    'ANALYZE TABLE letters, letter_messages, journey_events, members, accounts, sessions',
  ];
}

/** A hash that differs from one letter to the next, for texts that must not count as copies. */
export function nonce(number) {
  return createHash('sha256').update(String(number)).digest('hex').slice(0, 12);
}
