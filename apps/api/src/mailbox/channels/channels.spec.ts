import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LetterWorld, type Refusal } from '../../../test/letters.js';
import { ChannelsService } from './channels.service.js';
import { DEFAULT_CHANNELS } from './default-channels.js';

let world: LetterWorld;
const county = { name: '县住房保障中心', contact: '电话 0000-1234567', scope: '公租房申请、租赁补贴' };

beforeAll(async () => {
  world = await LetterWorld.start();
});

afterAll(async () => {
  await world.test.stop();
});

const names = async (query = '', by = world.office): Promise<string[]> => {
  const reply = await world.test.request('GET', `/channels${query}`, { token: by.token });
  expect(reply.status).toBe(200);
  return (reply.body.items as { name: string }[]).map(({ name }) => name);
};

describe('the channels to which letters are referred', () => {
  it('start with the national hotlines, once', async () => {
    const defaults = DEFAULT_CHANNELS.map(({ name }) => name);
    expect((await names()).slice(0, defaults.length)).toEqual(defaults);
    await world.test.app.get(ChannelsService).onApplicationBootstrap();
    expect(await names()).toHaveLength(new Set(await names()).size);
  });

  it('are kept by the office', async () => {
    const { token } = world.office;
    const created = await world.test.request('POST', '/channels', { token, body: county });
    expect(created).toMatchObject({ status: 201, body: { ...county, active: true, version: 1 } });
    const path = `/channels/${created.body.id}`;
    const changed = await world.test.request('PATCH', path, {
      token,
      body: { contact: '县政务大厅 3 号窗口', version: 1 },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: county.name, contact: '县政务大厅 3 号窗口', version: 2 },
    });
    const stale = await world.test.request('PATCH', path, { token, body: { name: '别的名称', version: 1 } });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'version_conflict', current: { contact: '县政务大厅 3 号窗口', version: 2 } },
    });
    expect(await names()).toContain(county.name);
  });

  it('that are out of use cannot be chosen, and come back when asked for', async () => {
    const { token } = world.office;
    const { body: channel } = await world.test.request('POST', '/channels', {
      token,
      body: { ...county, name: '旧渠道' },
    });
    const off = await world.test.request('PATCH', `/channels/${channel.id}`, {
      token,
      body: { active: false, version: 1 },
    });
    expect(off.body).toMatchObject({ active: false });
    expect(await names('', world.member)).not.toContain('旧渠道');
    expect(await names('?includeInactive=true')).toContain('旧渠道');

    const letterId = await world.delivered();
    const refused = await world.act<Refusal>(world.member, letterId, 'refer', { channelId: channel.id });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ field: 'channelId', code: 'channel_unknown' }]);
    expect((await world.show(world.member, letterId)).body.state).toBe('delivered');
  });

  it.each([
    ['a name too long', { ...county, name: '县'.repeat(41) }, 'name'],
    ['no scope', { ...county, scope: ' ' }, 'scope'],
    ['web page code', { ...county, contact: '<a href="x">点这里</a>' }, 'contact'],
    ['an unknown field', { ...county, phone: '1' }, 'phone'],
  ])('are refused with %s', async (_, body, field) => {
    const before = await names();
    const reply = await world.test.request('POST', '/channels', { token: world.office.token, body });
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ field }] } });
    expect(await names()).toEqual(before);
  });

  it.each([
    ['a visitor', () => undefined, 401],
    ['a constituent', () => world.writer.token, 403],
    ['member affairs', () => world.memberAffairs.token, 403],
  ])('are not for %s to see', async (_, token, status) => {
    expect((await world.test.request('GET', '/channels', { token: token() })).status).toBe(status);
  });

  it('are not for a member to change', async () => {
    const { token } = world.member;
    expect((await world.test.request('POST', '/channels', { token, body: county })).status).toBe(403);
    const path = `/channels/${world.channelId}`;
    expect((await world.test.request('PATCH', path, { token, body: { name: '改名', version: 1 } })).status).toBe(403);
  });
});
