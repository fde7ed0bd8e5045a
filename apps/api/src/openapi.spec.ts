import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createApp } from './create-app.js';
import { describeApi } from './platform/http/api-docs.js';
import { readSettings } from './platform/settings/settings.js';

interface Operation {
  operationId: string;
  security?: unknown[];
  parameters?: { name: string; in: string; required: boolean }[];
  responses: Record<string, { content?: unknown }>;
}

/** The description of the code as it is now. */
async function describeNow(): Promise<string> {
  const settings = readSettings({ SECRET_KEY: 'not-used-while-describing-the-api', LOG_LEVEL: 'silent' });
  return describeApi(await createApp(settings, {}, { preview: true }));
}

describe('the description of the API', () => {
  it('is the checked-in openapi.json; if not, run: pnpm openapi', async () => {
    const checkedIn = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');
    expect(JSON.parse(await describeNow())).toEqual(JSON.parse(checkedIn));
  });

  it('says of every operation what it answers, and names each once', async () => {
    const { paths } = JSON.parse(await describeNow()) as { paths: Record<string, Record<string, Operation>> };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ route: `${method} ${path}`, ...operation })),
    );
    expect(operations.length).toBeGreaterThan(50);
    const silent = operations.filter(({ responses }) =>
      Object.entries(responses).some(([status, { content }]) => status !== '204' && status.startsWith('2') && !content),
    );
    expect(silent.map(({ route }) => route)).toEqual([]);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });
});
