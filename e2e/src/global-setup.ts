import type { TestProject } from 'vitest/node';
import { startProduct } from './product.js';

declare module 'vitest' {
  interface ProvidedContext {
    baseURL: string;
  }
}

/** Starts one product with demonstration data for all browser tests; `E2E_BASE_URL` names one that runs already. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.E2E_BASE_URL;
  if (running) {
    project.provide('baseURL', running);
    return undefined;
  }
  const product = await startProduct();
  project.provide('baseURL', product.baseURL);
  return () => product.stop();
}
