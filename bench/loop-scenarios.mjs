import { freshId } from './captured.mjs';
import { token } from './data.mjs';
import { acceptedOpinions, SEARCHES } from './loop-data.mjs';

/** Requests of a scenario that are captured for the bare program. */
export const SAMPLES = 30;

const bearer = (kind, number) => ({ authorization: `Bearer ${token(kind, number)}` });
const get = (path, headers) => ({ method: 'GET', path: `/api/v1${path}`, headers });
const search = (words, headers) => get(`/search?query=${encodeURIComponent(words)}`, headers);
const MIXED = [...SEARCHES.often, ...SEARCHES.seldom];

/**
 * Pages that read opinions, the text index and figures. `request(size, number)` is the request with a number; the bare program answers
 * number modulo {@link SAMPLES} with what the API sent for that one. A search may take three times as long as the bare one.
 */
export const LOOP_SCENARIOS = [
  {
    name: 'a page of the intake queue',
    key: 'intake',
    least: 0.4,
    request: ({ officers }, number) => get('/desk/intake?box=open', bearer('officer', 1 + (number % officers))),
  },
  {
    name: 'two Chinese words in 200,000 opinions',
    key: 'search-opinions',
    least: 0.34,
    request: ({ officers }, number) => search(MIXED[number % MIXED.length], bearer('officer', 1 + (number % officers))),
  },
  {
    name: 'two Chinese words in a mailbox among 1,000,000 letters',
    key: 'search-letters',
    least: 0.34,
    request: ({ mailboxes }, number) =>
      search(MIXED[number % MIXED.length], bearer('member', 1 + (number % mailboxes))),
  },
  {
    name: 'two common words that never stand together',
    key: 'search-never',
    least: 0.34,
    request: ({ officers }, number) =>
      search(SEARCHES.never[number % SEARCHES.never.length], bearer('officer', 1 + (number % officers))),
  },
  {
    name: 'the funnel page',
    key: 'funnel',
    least: 0.4,
    request: ({ officers }, number) => get('/loop-figures', bearer('officer', 1 + (number % officers))),
  },
  {
    name: 'the funnel by sector',
    key: 'breakdown',
    least: 0.4,
    request: ({ officers }, number) =>
      get('/loop-figures/breakdown?by=sector', bearer('officer', 1 + (number % officers))),
  },
];

async function ask(address, method, path, body) {
  const reply = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      ...bearer('officer', 1),
      ...(body && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': freshId() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  return reply.status === 204 ? null : reply.json();
}

/** Building a digest of 200 items and discarding it again; only the building is timed. */
export const DIGEST = {
  name: 'building a digest of 200 items',
  key: 'digest',
  least: 0.34,
  async build(address, { opinions }, turn) {
    const meeting = { meetingName: '第十二次主席会议', meetingDate: '2026-12-05' };
    const digest = await ask(address, 'POST', '/digests', meeting);
    const submissions = acceptedOpinions(turn, opinions);
    return ask(address, 'POST', `/digests/${digest.id}/items`, { version: digest.version, submissions });
  },
  async discard(address, { id: digestId, version }) {
    await ask(address, 'DELETE', `/digests/${digestId}?version=${version}`);
  },
};
