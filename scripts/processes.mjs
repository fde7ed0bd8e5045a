import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const PNPM = 'pnpm@12.21.0';
const LOWEST_NODE = [20, 19];

/** A step of the scripts failed in a way that its message explains; no stack is needed. */
export class ScriptError extends Error {}

/** @throws {ScriptError} on a Node that is too old to run the product. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor >= LOWEST_NODE[1])) return;
  throw new ScriptError(`Node ${LOWEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** Command and arguments of a pnpm call on a machine that has only npm. */
export function pnpm(...parameters) {
  return ['npx', ['-y', PNPM, ...parameters]];
}

/**
 * Runs a command to its end.
 * @param options.quiet keep its output and give it back instead of showing it.
 * @returns exit code and, when quiet, the output.
 */
export function run([command, parameters], { cwd = ROOT, env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** Like {@link run} with its output kept, which is shown only on failure. @throws {ScriptError} when the command fails. */
export async function runOrFail(what, command, options = {}) {
  const { code, output } = await run(command, { ...options, quiet: true });
  if (code === 0) return;
  process.stderr.write(output);
  throw new ScriptError(`${what} failed (exit code ${code}); its output is above.`);
}

/** Where a program of this machine lies, or undefined. */
export function whichProgram(...names) {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', 'command -v "$0" || command -v "/usr/sbin/$0"', name], {
      encoding: 'utf8',
    });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/** True when nobody listens on a port of this host. */
export function portIsFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** A port that nobody listens on now. */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Ends a child gracefully and waits; after `patience` milliseconds it is killed. */
export async function stopChild(child, patience = 10_000) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(timer);
}

/** Runs a script's main function and turns its errors into a message and an exit code. */
export async function main(work) {
  try {
    requireNode();
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(error instanceof ScriptError ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`);
    process.exitCode = 1;
  }
}
