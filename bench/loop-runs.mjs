import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCapture } from './captured.mjs';
import { DIGEST, LOOP_SCENARIOS, SAMPLES } from './loop-scenarios.mjs';
import { PUTTING_BACK } from './replay.mjs';

/** Digests that each program builds in a round. */
const BUILDS = 5;

/** Sends each scenario's requests to the API one by one and keeps the statements that they lead to, for the bare program to send. */
export async function captureAll(server, address, size, folder) {
  const capture = await startCapture(server);
  const captured = {};
  for (const { name, key, request } of LOOP_SCENARIOS) {
    const since = Date.now();
    const samples = [];
    for (let number = 0; number < SAMPLES; number++) {
      const { method, path, headers } = request(size, number);
      samples.push(
        await capture.during(async () => {
          const reply = await fetch(`${address}${path}`, { method, headers });
          if (!reply.ok) throw new Error(`${name}: ${reply.status} ${await reply.text()}`);
          await reply.arrayBuffer();
        }),
      );
    }
    captured[key] = { since, samples };
  }
  const since = Date.now();
  let digest;
  const build = await capture.during(async () => {
    digest = await DIGEST.build(address, size, 0);
  });
  const discard = await capture.during(() => DIGEST.discard(address, digest));
  captured[DIGEST.key] = { since, samples: [[...build, ...discard.map((statement) => `${PUTTING_BACK}${statement}`)]] };
  await capture.stop();
  const file = join(folder, 'captured.json');
  writeFileSync(file, JSON.stringify(captured));
  return file;
}

/** The request as it is sent to the bare program. */
export function asReplay({ key, request }) {
  return (size, number) => {
    const { headers, ...rest } = request(size, number);
    return { ...rest, headers: { ...headers, 'x-replay': `${key}:${number % SAMPLES}` } };
  };
}

/** Builds digests with both programs in turns. Times are in milliseconds; what puts things back is not counted. */
export async function compareBuilds(api, bare, size, rounds) {
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const times = [[], []];
    for (let turn = 0; turn < BUILDS; turn++) {
      const started = performance.now();
      const digest = await DIGEST.build(api.address, size, 1 + round * BUILDS + turn);
      times[0].push(performance.now() - started);
      await DIGEST.discard(api.address, digest);
      const reply = await fetch(`${bare.address}/`, { headers: { 'x-replay': `${DIGEST.key}:0` } });
      if (!reply.ok) throw new Error(`${DIGEST.name}: the bare program answered ${reply.status}`);
      times[1].push((await reply.json()).milliseconds);
    }
    results.push(times.map((some) => some.reduce((sum, one) => sum + one, 0) / some.length));
  }
  return results;
}
