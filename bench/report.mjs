import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/processes.mjs';

const MOST_P99 = 1.5;
const MOST_GROWTH = 1.2;

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const shown = (number) => number.toFixed(2);
const whole = (number) => Math.round(number).toLocaleString('en');

function pageLine({ name, least, rounds }) {
  const speed = median(rounds.map(([api, bare]) => api.perSecond / bare.perSecond));
  const p99 = median(rounds.map(([api, bare]) => api.p99 / bare.p99));
  const reached = speed >= least && p99 <= MOST_P99;
  const perSecond = (side) => whole(median(rounds.map((round) => round[side].perSecond)));
  const slowest = (side) => whole(median(rounds.map((round) => round[side].p99)));
  const cells = [name, perSecond(0), perSecond(1), `${shown(speed)} (≥ ${least})`, `${slowest(0)} / ${slowest(1)} ms`];
  return { reached, line: `| ${[...cells, `${shown(p99)} (≤ ${MOST_P99})`, reached ? 'yes' : 'no'].join(' | ')} |` };
}

function buildLine({ name, least, rounds }) {
  const share = median(rounds.map(([api, bare]) => bare / api));
  const times = [0, 1].map((side) => `${whole(median(rounds.map((round) => round[side])))} ms`);
  const cells = [name, ...times, `${shown(share)} (≥ ${least})`, share >= least ? 'yes' : 'no'];
  return { reached: share >= least, line: `| ${cells.join(' | ')} |` };
}

/** Prints the ratios and writes docs/bench.md. Returns 0 when all goals are reached, else 1. */
export function writeReport({ pages, builds, growth, connections, seconds }, say) {
  const lines = pages.map(pageLine);
  const build = buildLine(builds);
  const factor = median(growth.map(([large, small]) => large.mean / small.mean));
  const grown = factor <= MOST_GROWTH;
  const table = [
    '| page | API, requests/s | bare, requests/s | share | p99, API / bare | p99 ratio | reached |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines.map(({ line }) => line),
  ].join('\n');
  const work = [
    '| work, one after the other | API | bare | share | reached |',
    '| --- | --- | --- | --- | --- |',
    build.line,
  ].join('\n');
  const inbox = `The inbox page with 1,000,000 letters takes ${shown(factor)} times as long as with 10,000 (goal: ≤ ${MOST_GROWTH}; ${grown ? 'reached' : 'not reached'}).`;
  say(`\n${table}\n\n${work}\n\n${inbox}`);
  const [processor] = cpus();
  writeFileSync(
    join(ROOT, 'docs', 'bench.md'),
    `# How fast it is

Written by \`npm run bench\`, which starts a MariaDB of its own, fills it through the product's migrations with 1,000,000 letters, 2,000,000
messages, 3,000,000 journey events, 2,000 members, 200,000 opinions, the text index of letters and opinions and the loop figures, and measures the built API (\`NODE_ENV=production\`, \`LOG_LEVEL=error\`) against
[\`bench/bare.mjs\`](../bench/bare.mjs): \`node:http\` and mysql2, sending the very statements that the API sends for the same request,
the look-up of the session, the idempotency key and the transaction included; for intake, search, figures and digests it replays the
statements that the API was seen to send ([\`bench/captured.mjs\`](../bench/captured.mjs)). ${connections} connections, ${growth.length} rounds of ${seconds} s each in turns, medians of
the rounds. The dispatcher is off in both: what it does comes after the answer.

${table}

${work}

${inbox}

Two words are searched for by people of the office in all opinions and by members in their own mailboxes; the words stand together in one text
of ten, of 500 and of 50,000, and in a run of their own never.

Machine: ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, client, programs and database on the same cores.
Absolute numbers belong to this machine; the ratios are what is kept.
`,
  );
  return grown && build.reached && lines.every(({ reached }) => reached) ? 0 : 1;
}
