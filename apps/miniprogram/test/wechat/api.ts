import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../../api/dist/', import.meta.url));

/** The API with demonstration data and the stand-in of WeChat's server, each a process of its own. */
export interface RunningApi {
  readonly url: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilReady(url: string, process: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (process.exitCode !== null) break;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error('the API did not become ready');
}

/** Starts the built API (`pnpm --filter @lianxin/api build`) over a fresh SQLite file. */
export async function startApi(): Promise<RunningApi> {
  const data = mkdtempSync(join(tmpdir(), 'lianxin-weapp-'));
  const [port, standInPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DEMONSTRATION: 'true',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: data,
    DATABASE_URL: '',
    WEB_ROOT: '',
    WECHAT_API_BASE: `http://127.0.0.1:${standInPort}`,
    LOG_LEVEL: 'error',
  };
  const run = (file: string) =>
    spawn(process.execPath, [join(DIST, file)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [seeded] = await once(run('src/demonstration/main.js'), 'exit');
  if (seeded !== 0) throw new Error('the demonstration data could not be made');
  const processes = [run('stand-in/main.js'), run('src/main.js')];
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    for (const child of processes) {
      if (child.exitCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilReady(url, processes[1] as ChildProcess);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
