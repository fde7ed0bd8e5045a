import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { Database } from '../database/database.js';
import { Audit } from './audit.js';
import { AuditEntry } from './audit-entry.entity.js';

let app: TestApp;
let audit: Audit;
let database: Database;
beforeAll(async () => {
  app = await startTestApp();
  audit = app.app.get(Audit);
  database = app.app.get(Database);
});
afterAll(() => app.stop());

const fact = (subjectId: string) => ({ accountId: null, action: 'looked', subjectKind: 'letter', subjectId });
const entries = () => database.read.find(AuditEntry, { order: { sequence: 'ASC' } });

describe('the audit log', () => {
  test('numbers its entries without gaps, also those of the same moment', async () => {
    const begun = await entries();
    expect(begun).toMatchObject([{ sequence: 1, action: 'log_begun' }]);
    await Promise.all(Array.from({ length: 12 }, (_, index) => audit.append(fact(`letter-${index}`))));
    const written = (await entries()).slice(1);
    expect(written.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 12 }, (_, index) => index + 2));
    expect(new Set(written.map(({ subjectId }) => subjectId)).size).toBe(12);
    expect(await audit.verify()).toBeNull();
  });

  test('forgets an entry whose use case failed, and leaves no gap', async () => {
    const before = await entries();
    const failed = database.write(async () => {
      await audit.append(fact('letter-that-failed'));
      throw new Error('the use case failed');
    });
    await expect(failed).rejects.toThrow('the use case failed');
    await audit.append(fact('letter-after'));
    expect((await entries()).map(({ subjectId }) => subjectId)).toEqual([
      ...before.map(({ subjectId }) => subjectId),
      'letter-after',
    ]);
    expect(await audit.verify()).toBeNull();
  });

  test.each([
    ['what was done', { action: 'deleted' }],
    ['who did it', { accountId: 'somebody else' }],
    ['about what', { subjectId: 'another letter' }],
    ['the facts', { facts: '{"changed":true}' }],
    ['when', { at: new Date('2020-01-01T00:00:00Z') }],
    ['its hash', { hash: 'f'.repeat(64) }],
  ])('shows where %s was changed', async (_, change) => {
    const original = await database.read.findOneByOrFail(AuditEntry, { sequence: 5 });
    await database.write((manager) => manager.update(AuditEntry, { sequence: 5 }, change));
    expect(await audit.verify()).toBe(5);
    await database.write((manager) => manager.update(AuditEntry, { sequence: 5 }, original));
    expect(await audit.verify()).toBeNull();
  });

  test('shows where an entry was removed', async () => {
    await database.write((manager) => manager.delete(AuditEntry, { sequence: 7 }));
    expect(await audit.verify()).toBe(7);
  });
});
