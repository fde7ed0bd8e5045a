import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The whole product as `npm start` runs it, on a port and with data of its own. */
export interface Product {
  readonly baseURL: string;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function isReady(baseURL: string): Promise<boolean> {
  try {
    return (await fetch(`${baseURL}/health/ready`)).ok;
  } catch {
    return false;
  }
}

async function ready(baseURL: string, product: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await isReady(baseURL)) return;
    if (product.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the product did not start:\n${output()}`);
}

/** Starts the product with demonstration data. `environment` chooses another database. */
export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'lianxin-e2e-'));
  const port = await freePort();
  let output = '';
  const product = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: data, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [product.stdout, product.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const baseURL = `http://127.0.0.1:${port}`;
  await ready(baseURL, product, () => output);
  return {
    baseURL,
    stop: async () => {
      const ended = new Promise((resolve) => product.once('exit', resolve));
      product.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
