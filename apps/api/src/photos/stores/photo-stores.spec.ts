import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../platform/settings/settings.js';
import { DiskPhotoStore } from './disk-photo-store.js';
import type { PhotoStore } from './photo-store.js';
import { S3PhotoStore } from './s3-photo-store.js';

const folder = mkdtempSync(join(tmpdir(), 'lianxin-stores-'));
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'lianxin', configs: [] }],
});
let stores: Record<string, PhotoStore>;
let endpoint: string;

beforeAll(async () => {
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
  const access = { bucket: 'lianxin', region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  stores = { disk: new DiskPhotoStore(folder), s3: new S3PhotoStore({ ...access, endpoint }) };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['disk', 's3'])('a photo store on %s', (name) => {
  const id = '0199e8a0-0000-7000-8000-0000000000aa';
  const store = () => stores[name] as PhotoStore;

  it('gives back what was written, variant by variant, and takes it again', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0x00, 0x01, 0xfe]);
    await store().write(id, 'full', bytes);
    await store().write(id, 'thumbnail', Buffer.from('small'));
    await store().write(id, 'thumbnail', Buffer.from('smaller'));
    expect(await store().read(id, 'full')).toEqual(bytes);
    expect((await store().read(id, 'thumbnail'))?.toString()).toBe('smaller');
  });

  it('removes both variants, and what is gone again', async () => {
    await store().remove(id);
    expect(await store().read(id, 'full')).toBeNull();
    expect(await store().read(id, 'thumbnail')).toBeNull();
    await store().remove(id);
  });
});

it('fails loudly when the S3 store refuses', async () => {
  const access = { bucket: 'no-such-bucket', region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  const store = new S3PhotoStore({ ...access, endpoint });
  await expect(store.write('id', 'full', Buffer.from('x'))).rejects.toThrow('refused PUT: 404');
});

it('does not start on S3 while a setting of it is missing', () => {
  const settings = { DEMONSTRATION: 'true', SECRET_KEY: 'k'.repeat(32), PHOTO_STORE: 's3', S3_BUCKET: 'lianxin' };
  expect(() => readSettings(settings)).toThrow(/S3_ENDPOINT.*\n.*S3_REGION/);
  expect(() => readSettings({ ...settings, S3_ENDPOINT: 'bucket' })).toThrow(/S3_ENDPOINT: given "bucket"/);
});
