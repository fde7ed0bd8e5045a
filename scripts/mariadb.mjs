import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyFreePort, ScriptError, stopChild, whichProgram } from './processes.mjs';

const READY_WITHIN_SECONDS = 60;
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** True when this machine can run a private MariaDB. */
export function mariadbIsInstalled() {
  return Boolean(whichProgram('mariadbd') && whichProgram('mariadb-install-db'));
}

/**
 * Starts a MariaDB of one's own in a new temporary folder, on a free port of 127.0.0.1, user root without a password.
 * @param options further options of mariadbd.
 * @returns its address and a function that stops it and removes its data.
 */
export async function startMariadb(options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-mariadb-'));
  const data = join(folder, 'data');
  // mariadbd refuses to run as root unless it is told so.
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const made = spawnSync(
    whichProgram('mariadb-install-db'),
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...asRoot],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new ScriptError(`mariadb-install-db failed:\n${made.stdout}${made.stderr}`);
  const port = await anyFreePort();
  let log = '';
  const server = spawn(
    whichProgram('mariadbd'),
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${join(folder, 's.sock')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--max-connections=500',
      ...asRoot,
      ...options,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  server.stderr.on('data', (chunk) => {
    log = (log + chunk).slice(-10_000);
  });
  const stop = async () => {
    for (const signal of ENDING) process.off(signal, leave);
    process.off('exit', abandon);
    await stopChild(server, 60_000);
    rmSync(folder, { recursive: true, force: true });
  };
  // Also when this process is ended from outside, nothing stays behind.
  const abandon = () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const leave = () => process.exit(1);
  process.once('exit', abandon);
  for (const signal of ENDING) process.once(signal, leave);
  for (let tries = 0; tries < READY_WITHIN_SECONDS * 4; tries++) {
    if (server.exitCode !== null) break;
    if (await accepts(port)) return { url: `mysql://root@127.0.0.1:${port}`, stop };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await stop();
  throw new ScriptError(`mariadbd did not start:\n${log}`);
}
