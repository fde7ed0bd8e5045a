import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson, type Person } from '../../test/people.js';

let test: TestApp;
let person: Person;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  person = await createPerson(test);
});

function consent(...templates: string[]) {
  const answers = templates.map((template) => ({ template, accepted: true }));
  return test.request('POST', '/notice-consents', { token: person.token, body: { answers } });
}

async function remaining(template = 'letter_answered'): Promise<number> {
  const { body } = await test.request('GET', '/notice-consents', { token: person.token });
  return body.items.find((item: { template: string }) => item.template === template).remaining;
}

describe('consents', () => {
  it('count what was accepted, up to 20', async () => {
    const first = await consent('letter_answered', 'letter_status');
    expect(first.body.items).toEqual([
      { template: 'letter_received', remaining: 0 },
      { template: 'letter_answered', remaining: 1 },
      { template: 'letter_due', remaining: 0 },
      { template: 'letter_status', remaining: 1 },
    ]);
    for (let n = 0; n < 22; n++) await consent('letter_answered');
    expect(await remaining()).toBe(20);
  });

  it('do not count what was declined, and a template once in one answer', async () => {
    const answers = [
      { template: 'letter_answered', accepted: true },
      { template: 'letter_answered', accepted: true },
      { template: 'letter_due', accepted: false },
    ];
    await test.request('POST', '/notice-consents', { token: person.token, body: { answers } });
    expect([await remaining('letter_answered'), await remaining('letter_due')]).toEqual([1, 0]);
  });

  it('sent twice with one key count once', async () => {
    const body = { answers: [{ template: 'letter_answered', accepted: true }] };
    const key = uuidv7();
    for (let n = 0; n < 3; n++) await test.request('POST', '/notice-consents', { token: person.token, body, key });
    expect(await remaining()).toBe(1);
  });

  it('given at the same moment all count', async () => {
    await Promise.all(Array.from({ length: 6 }, () => consent('letter_answered')));
    expect(await remaining()).toBe(6);
  });

  it.each([
    [{ answers: [] }],
    [{ answers: [{ template: 'other', accepted: true }] }],
    [{ answers: [{ template: 'letter_due', accepted: 'yes' }] }],
    [{ answers: [{ template: 'letter_due', accepted: true, count: 9 }] }],
    [{}],
  ])('refuses %j', async (body) => {
    const reply = await test.request('POST', '/notice-consents', { token: person.token, body });
    expect(reply.status).toBe(422);
    expect(await remaining('letter_due')).toBe(0);
  });
});
