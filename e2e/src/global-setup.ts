import { createConnection } from 'mysql2/promise';
import type { TestProject } from 'vitest/node';
import { startProduct } from './product.js';

declare module 'vitest' {
  interface ProvidedContext {
    baseURL: string;
  }
}

/** A database of its own on the server of the run, when `TEST_DB=mysql` asks for one; else the embedded one. */
async function database(): Promise<{ environment: Record<string, string>; drop: () => Promise<void> }> {
  const server = process.env.TEST_MYSQL_URL;
  if (process.env.TEST_DB !== 'mysql' || !server) return { environment: {}, drop: async () => undefined };
  const name = `lianxin_e2e_${Date.now()}`;
  const connection = await createConnection(server);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    environment: { DATABASE_URL: url.href },
    drop: async () => {
      await connection.query(`DROP DATABASE ${name}`);
      await connection.end();
    },
  };
}

/** Starts one product with demonstration data for all browser tests; `E2E_BASE_URL` names one that runs already. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.E2E_BASE_URL;
  if (running) {
    project.provide('baseURL', running);
    return undefined;
  }
  const { environment, drop } = await database();
  const product = await startProduct(environment);
  project.provide('baseURL', product.baseURL);
  return async () => {
    await product.stop();
    await drop();
  };
}
