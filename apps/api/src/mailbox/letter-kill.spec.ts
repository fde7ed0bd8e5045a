import { afterEach, beforeEach, expect, test } from 'vitest';
import { LetterWorld } from '../../test/letters.js';
import { Database } from '../platform/database/database.js';
import { Dispatcher } from '../platform/outbox/dispatcher.js';

let world: LetterWorld;
beforeEach(async () => {
  world = await LetterWorld.start();
});
afterEach(() => world.test.stop());

/**
 * Lets the process live for so many more transactions. The last one is committed or not (`after`), and from then on nothing is
 * written any more, as after a power cut. @returns a way to switch the power on again; it tells whether it was cut.
 */
function cutPower(database: Database, transactions: number, after: boolean): () => boolean {
  const write = database.write.bind(database);
  let left = transactions;
  let depth = 0;
  let cut = false;
  database.write = async (work) => {
    if (depth > 0) return write(work);
    if (cut) throw new Error('no power');
    if (left === 0 && !after) {
      cut = true;
      throw new Error('no power');
    }
    depth += 1;
    try {
      const result = await write(work);
      if (left === 0) {
        cut = true;
        throw new Error('no power');
      }
      left -= 1;
      return result;
    } finally {
      depth -= 1;
    }
  };
  return () => {
    database.write = write;
    return cut;
  };
}

test('a dispatcher killed between any two steps loses no notice and doubles none', { timeout: 120_000 }, async () => {
  const { test: app, writer, member } = world;
  const database = app.app.get(Database);
  const dispatcher = app.app.get(Dispatcher);
  let cuts = 0;
  for (const after of [false, true]) {
    for (let transactions = 0; ; transactions++) {
      const sent = await app.request('POST', '/letters', { token: writer.token, body: world.input() });
      expect(sent.status).toBe(201);
      const id: string = sent.body.id;
      // Nobody here has WeChat, so the office has to decide before the letter goes on.
      await app.settle();
      const items = await app.request('GET', '/moderation-items?state=open', { token: world.office.token });
      const [item] = items.body.items.filter((one: { letterId: string }) => one.letterId === id);
      await app.request('POST', `/moderation-items/${item.id}/decide`, {
        token: world.office.token,
        body: { decision: 'pass', version: item.version },
      });
      const powerOn = cutPower(database, transactions, after);
      await dispatcher.drain().catch(() => undefined);
      const cut = powerOn();
      app.clock.set(new Date(app.clock.now().getTime() + 120_000));
      await app.settle();
      const notices = await app.request('GET', '/notices?limit=100', { token: member.token });
      const mine = notices.body.items.filter((notice: { letterId: string }) => notice.letterId === id);
      expect(mine.map(({ kind }: { kind: string }) => kind)).toEqual(['letter_received']);
      expect((await world.row(id)).state).toBe('delivered');
      if (!cut) break;
      cuts += 1;
    }
  }
  expect(cuts).toBeGreaterThan(6);
});
