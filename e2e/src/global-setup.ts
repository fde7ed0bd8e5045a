import type { TestProject } from 'vitest/node';
import { startProduct } from './product.js';

declare module 'vitest' {
  interface ProvidedContext {
    baseURL: string;
  }
}

/** Starts one product with demonstration data for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide('baseURL', product.baseURL);
  return () => product.stop();
}
