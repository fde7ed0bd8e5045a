import { expect, test, vi } from 'vitest';
import { startTestApp } from '../../test/harness.js';
import { createPerson } from '../../test/people.js';
import { AccountsService } from '../identity/accounts.service.js';
import { Outbox } from './outbox/outbox.js';

/** Something to wait at until it is opened. */
function gate(): { passed: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

test('a copy told to stop finishes the requests and the messages it has accepted, and accepts no more', async () => {
  const app = await startTestApp({ DISPATCHER: 'true' });
  const { token } = await createPerson(app);
  const accounts = app.app.get(AccountsService);
  const address = `http://127.0.0.1:${new URL(await app.app.getUrl()).port}/api/v1`;
  const [atMessage, atRequest] = [gate(), gate()];

  // A message and a request in hand, both held up until after the stop was asked for.
  const handler = vi.fn(() => atMessage.passed);
  app.app.get(Outbox).register('spec.slow', handler);
  await app.app.get(Outbox).emit('spec.slow', {});
  await vi.waitFor(() => expect(handler).toHaveBeenCalled());
  const change = accounts.change.bind(accounts);
  const held = vi.spyOn(accounts, 'change').mockImplementation(async (...parameters) => {
    await atRequest.passed;
    return change(...parameters);
  });
  const accepted = fetch(`${address}/me`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, name: '林示范' }),
  });
  await vi.waitFor(() => expect(held).toHaveBeenCalled());

  const stopped = vi.fn();
  const stopping = app.stop().then(stopped);
  atMessage.open();
  await vi.waitFor(() => expect(fetch(`${address}/config`)).rejects.toThrow(), { timeout: 10_000 });
  expect(stopped).not.toHaveBeenCalled();
  atRequest.open();
  const reply = await accepted;
  expect(reply.status).toBe(200);
  expect(await reply.json()).toMatchObject({ name: '林示范' });
  await stopping;
});
