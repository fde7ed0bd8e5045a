import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import mysql from 'mysql2/promise';
import { replayer } from './replay.mjs';

/**
 * The bare program that the API is measured against: `node:http` and mysql2, nothing else. It sends the statements that the API sends
 * for the same request, in the same order and transaction (session look-up, idempotency key and all), and answers with the rows as JSON.
 * It checks no input, words no sentence and has no second purpose.
 */
const pool = mysql.createPool({
  uri: process.env.DATABASE_URL,
  charset: 'utf8mb4_general_ci',
  timezone: 'Z',
  supportBigNumbers: true,
  connectionLimit: 20,
});

const SESSION = `SELECT s.id AS sessionId, s.accountId AS accountId, a.memberId AS memberId, s.lastSeenAt AS lastSeenAt,
  s.lifetimeSeconds AS lifetimeSeconds, r.name AS role, r.scopeId AS scopeId
  FROM sessions s JOIN accounts a ON a.id = s.accountId LEFT JOIN account_roles r ON r.accountId = s.accountId
  WHERE s.tokenHash = ? AND s.expiresAt > ?`;
const MEMBERS = `SELECT m.id, m.number, m.name, m.pinyin, m.workUnit, m.post, m.field, m.term,
  m.portraitPhotoId, m.active, m.letters, m.answered, m.usualAnswerHours, m.version,
  m.sectorId, s.name AS sectorName, m.committeeId, c.name AS committeeName, m.townshipId, t.name AS townshipName
  FROM members m
  JOIN directory_units s ON s.id = m.sectorId
  LEFT JOIN directory_units c ON c.id = m.committeeId
  LEFT JOIN directory_units t ON t.id = m.townshipId`;
const INBOX = `SELECT id, reference, title, category, state, shownName, townshipId, excerpt, photoCount, sentAt, lastActivityAt,
  memberUnread, due, snoozedUntil, rating FROM letters WHERE memberId = ?
  AND COALESCE(state, '') IN ('delivered', 'opened', 'answered', 'closed', 'referred', 'returned')
  ORDER BY lastActivityAt DESC, id DESC LIMIT 21`;
const LETTER = 'SELECT * FROM letters WHERE id = ?';
const MESSAGES = `SELECT id, letterId, author, purpose, facts, accountId, authorName, text, photoIds, at, checkState, ruleCode,
  appeal FROM letter_messages WHERE letterId = ? ORDER BY id ASC`;
const JOURNEY =
  'SELECT id, subjectKind, subjectId, type, at, party, accountId, facts FROM journey_events WHERE subjectId IN (?) ORDER BY id ASC';
const NOTES = 'SELECT id, text, at FROM letter_notes WHERE letterId = ? AND memberId = ? ORDER BY id';
const UNITS = 'SELECT id, name FROM directory_units WHERE id IN (?)';
const IN_USE = "SELECT 1 FROM directory_units WHERE id = ? AND kind = 'township' AND active = 1";
const ACCOUNT = 'SELECT name FROM accounts WHERE id = ? FOR UPDATE';
const RECENT =
  'SELECT id, reference, sentAt, textHash, state FROM letters WHERE writerId = ? AND sentAt > ? ORDER BY sentAt ASC';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

async function rowsOf(statement, values, connection = pool) {
  const [rows] = await connection.query(statement, values);
  return rows;
}

async function actorOf(request) {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const [actor] = await rowsOf(SESSION, [sha256(token), new Date()]);
  return actor;
}

async function inbox(request) {
  const actor = await actorOf(request);
  const rows = await rowsOf(INBOX, [actor.memberId]);
  const townships = await rowsOf(UNITS, [[...new Set(rows.map(({ townshipId }) => townshipId))]]);
  return { items: rows.slice(0, 20), townships };
}

async function directory() {
  const rows = await rowsOf(`${MEMBERS} WHERE m.active = 1 ORDER BY m.pinyin, m.id LIMIT 21`);
  return { items: rows.slice(0, 20) };
}

async function letterPage(request) {
  const actor = await actorOf(request);
  const id = request.url.slice(request.url.lastIndexOf('/') + 1);
  const [letter] = await rowsOf(LETTER, [id]);
  const [messages, members, townships, journey, notes] = await Promise.all([
    rowsOf(MESSAGES, [id]),
    rowsOf(`${MEMBERS} WHERE (m.id IN (?))`, [letter.memberId]),
    rowsOf(UNITS, [[letter.townshipId]]),
    rowsOf(JOURNEY, [id]),
    rowsOf(NOTES, [id, actor.memberId]),
  ]);
  return { letter, messages, members, townships, journey, notes };
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function write(request) {
  const [body, actor] = [await bodyOf(request), await actorOf(request)];
  const connection = await pool.getConnection();
  try {
    await connection.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
    await connection.query('START TRANSACTION');
    const letter = await writeRows(
      connection,
      actor,
      JSON.parse(body),
      request.headers['idempotency-key'],
      sha256(body),
    );
    await connection.query('COMMIT');
    return letter;
  } catch (error) {
    await connection.query('ROLLBACK');
    throw error;
  } finally {
    connection.release();
  }
}

async function writeRows(connection, { accountId }, input, key, requestHash) {
  const ask = (statement, values) => rowsOf(statement, values, connection);
  const insert = (table, row) =>
    ask(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (?)`, [Object.values(row)]);
  const [id, messageId, now] = [randomUUID(), randomUUID(), new Date()];
  await insert('idempotency_records', { accountId, idempotencyKey: key, requestHash, response: '', createdAt: now });
  const [member] = await ask(`${MEMBERS} WHERE (m.id IN (?))`, [input.memberId]);
  await ask(IN_USE, [input.townshipId]);
  const [township] = await ask(UNITS, [[input.townshipId]]);
  const [account] = await ask(ACCOUNT, [accountId]);
  await ask(RECENT, [accountId, new Date(now.getTime() - 30 * 86_400_000)]);
  const message = {
    ...{ id: messageId, letterId: id, author: 'writer', purpose: 'letter', facts: '{}', accountId },
    ...{ authorName: account.name, text: input.text, photoIds: '[]', at: now, checkState: 'checking', appeal: 'none' },
  };
  await insert('letter_messages', message);
  const step = {
    id: randomUUID(),
    subjectKind: 'letter',
    subjectId: id,
    type: 'letter_sent',
    at: now,
    party: 'writer',
  };
  await insert('journey_events', { ...step, accountId, facts: '{}' });
  const year = now.getUTCFullYear();
  const { insertId: last } = await ask('UPDATE letter_sequences SET last = LAST_INSERT_ID(last + 1) WHERE year = ?', [
    year,
  ]);
  const letter = {
    ...{ id, reference: `来信 ${year}-${last}`, writerId: accountId, shownName: account.name, nameDisplay: 'surname' },
    ...{ memberId: member.id, sectorId: member.sectorId, category: input.category, title: input.title },
    ...{
      excerpt: input.text.slice(0, 80),
      photoCount: 0,
      townshipId: input.townshipId,
      place: null,
      consentOpinion: true,
      consentName: false,
    },
    ...{ state: 'screening', textHash: sha256(input.text).slice(0, 32), sentAt: now, lastActivityAt: now },
    ...{ deliveredAt: null, firstAnsweredAt: null, due: null, closingDue: null, closedAt: null, snoozedUntil: null },
    ...{ remindedAt: null, escalatedAt: null, reopened: false, rating: null, ratingWords: null, referral: null },
    ...{ returnReason: null, writerUnread: false, memberUnread: false, version: 1 },
  };
  await insert('letters', letter);
  await ask('SELECT 1 FROM checked_contents WHERE messageId = ?', [messageId]);
  await insert('checked_contents', {
    ...{ messageId, letterId: id, reference: letter.reference, author: 'writer', accountId, title: input.title },
    ...{ text: input.text, photoIds: '[]', state: 'checking', requestedAt: now },
  });
  await insert('content_checks', {
    messageId,
    part: 'text',
    state: 'waiting',
    label: null,
    traceId: null,
    askedAt: null,
  });
  await insert('outbox_messages', {
    ...{
      id: randomUUID(),
      topic: 'content.check',
      payload: JSON.stringify({ messageId }),
      status: 'waiting',
      attempts: 0,
    },
    ...{ createdAt: now, availableAt: now, leaseToken: null, lastError: null },
  });
  const answer = { letter, messages: [message], journey: [step], member, township };
  const response = JSON.stringify(answer);
  await ask('UPDATE idempotency_records SET response = ? WHERE accountId = ? AND idempotencyKey = ?', [
    response,
    accountId,
    key,
  ]);
  return answer;
}

const replay = replayer(pool, process.env.CAPTURED);

function routeOf({ method, url, headers }) {
  if (headers['x-replay']) return replay;
  if (method === 'POST') return write;
  if (url.startsWith('/api/v1/mailbox/letters')) return inbox;
  return url.startsWith('/api/v1/letters/') ? letterPage : directory;
}

const server = createServer((request, response) => {
  routeOf(request)(request).then(
    (answer) => {
      response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(answer));
    },
    (error) => {
      process.stderr.write(`${error.stack}\n`);
      response.writeHead(500).end();
    },
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => server.close(() => pool.end()));
