import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LIMITS } from '@lianxin/shared';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { createPerson, type Person } from '../../test/people.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Problem } from '../platform/problems/problem.js';
import type { Photo } from './photos.dto.js';
import { PhotosService } from './photos.service.js';
import { StoredPhoto } from './stored-photo.entity.js';
import { PhotoStore } from './stores/photo-store.js';

const plainPhoto = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#3366aa' } });

/** A picture as a telephone takes it: lying on its side, with the place in its metadata. */
const telephonePhoto = () =>
  plainPhoto(400, 300)
    .withExif({
      IFD0: { Make: 'Telephone', Copyright: 'somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 28/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

let test: TestApp;
let writer: Person;
let stranger: Person;

beforeAll(async () => {
  test = await startTestApp({ PUBLIC_URL: 'https://lianxin.example' });
  writer = await createPerson(test);
  stranger = await createPerson(test);
});
afterAll(() => test.stop());

const send = (bytes: Buffer, token = writer.token, name = 'photo.jpg', type = 'image/jpeg') =>
  test.upload<Photo & { code: string; detail: string; errors: { field: string }[] }>(
    'POST',
    '/photos',
    { name, type, bytes },
    { token },
  );
const stored = () => test.app.get(Database).read.count(StoredPhoto);

/** Attaches in a transaction, as the mailbox does. */
const attach = (person: Person, photoIds: string[], id = 'message-1') =>
  test.app
    .get(Database)
    .write(() => test.app.get(PhotosService).attach(person, photoIds, { kind: 'letter_message', id }));

describe('uploading', () => {
  it.each([
    ['jpeg', () => plainPhoto().jpeg().toBuffer()],
    ['png', () => plainPhoto().png().toBuffer()],
    ['webp', () => plainPhoto().webp().toBuffer()],
  ])('takes %s and shows it as jpeg', async (_, make) => {
    const reply = await send(await make());
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ width: 40, height: 30 });
    const shown = await test.request<Buffer>('GET', reply.body.url);
    expect(shown.headers['content-type']).toBe('image/jpeg');
    expect((await sharp(shown.body).metadata()).format).toBe('jpeg');
  });

  it('turns the picture upright and strips all metadata, the place first of all', async () => {
    const original = await telephonePhoto();
    expect((await sharp(original).metadata()).exif?.includes('Telephone')).toBe(true);
    const { body } = await send(original);
    expect(body).toMatchObject({ width: 300, height: 400 });
    for (const url of [body.url, body.thumbnailUrl]) {
      const shown = await test.request<Buffer>('GET', url);
      const metadata = await sharp(shown.body).metadata();
      expect(metadata.exif).toBeUndefined();
      expect(metadata.orientation).toBeUndefined();
      expect(shown.body.includes('Telephone')).toBe(false);
      expect(shown.body.includes('Exif')).toBe(false);
    }
  });

  it('brings large pictures down and leaves small ones', async () => {
    const { body } = await send(await plainPhoto(3000, 1500).jpeg().toBuffer());
    expect(body).toMatchObject({ width: LIMITS.photoSide, height: 1024 });
    const thumbnail = await test.request<Buffer>('GET', body.thumbnailUrl);
    expect(await sharp(thumbnail.body).metadata()).toMatchObject({ width: LIMITS.thumbnailSide, height: 180 });
  });

  it('puts transparent pictures on white', async () => {
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    const { body } = await send(await clear.png().toBuffer());
    const shown = await test.request<Buffer>('GET', body.url);
    expect((await sharp(shown.body).stats()).channels[0]?.min).toBeGreaterThan(250);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  it.each([
    ['an SVG named .jpg', async () => Buffer.from(svg), 'photo_type'],
    ['a GIF', () => plainPhoto().gif().toBuffer(), 'photo_type'],
    ['a TIFF', () => plainPhoto().tiff().toBuffer(), 'photo_type'],
    ['an AVIF', () => plainPhoto().avif().toBuffer(), 'photo_type'],
    ['a HEIC', async () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), 'photo_type'],
    ['a PDF', async () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'photo_type'],
    ['a program', async () => Buffer.from('MZ\u0090\u0000\u0003'), 'photo_type'],
    ['a broken JPEG', async () => (await plainPhoto(2000, 2000).jpeg().toBuffer()).subarray(0, 9000), 'photo_broken'],
    ['a header without a picture', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'photo_type'],
    ['a bomb', () => plainPhoto(13_000, 10_000).png({ compressionLevel: 9 }).toBuffer(), 'photo_too_many_pixels'],
    ['an empty file', async () => Buffer.alloc(0), 'file_missing'],
  ])('refuses %s with 422', async (_, make, code) => {
    const before = await stored();
    const reply = await send(await make());
    expect(reply.status).toBe(422);
    expect(reply.body.errors[0]).toMatchObject({ field: 'file', code });
    expect(reply.body.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(await stored()).toBe(before);
  });

  it('refuses a file above 10 MB and a field of another name', async () => {
    const large = await send(Buffer.alloc(LIMITS.photoBytes + 1, 7));
    expect(large).toMatchObject({ status: 413, body: { code: 'file_too_large' } });
    const other = await test.request('POST', '/photos', {
      token: writer.token,
      body: '--x\r\nContent-Disposition: form-data; name="other"; filename="a.jpg"\r\n\r\nabc\r\n--x--\r\n',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(other.status).toBe(422);
    expect((await test.request('POST', '/photos', { token: writer.token, body: {} })).status).toBe(415);
  });

  it('tells owners of new iPhones what to do', async () => {
    const { body } = await send(Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'));
    expect(body.detail).toContain('兼容性最佳');
  });

  it('is for those who have signed in, and not without end', async () => {
    const bytes = await plainPhoto().jpeg().toBuffer();
    expect((await send(bytes, '')).status).toBe(401);
    const eager = await createPerson(test);
    let last = 0;
    for (let count = 0; count <= 120 && last !== 429; count++) last = (await send(Buffer.alloc(0), eager.token)).status;
    expect(last).toBe(429);
    expect((await send(bytes)).status).toBe(201);
  });

  it('refuses a 200 MB upload before taking it in', async () => {
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const before = await stored();
    const total = 200 * 1024 * 1024;
    const { status, sent } = await new Promise<{ status: number; sent: number }>((resolve) => {
      const headers = {
        authorization: `Bearer ${writer.token}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(total),
      };
      const request = httpRequest({ port, host: '127.0.0.1', path: '/api/v1/photos', method: 'POST', headers });
      const piece = Buffer.alloc(64 * 1024, 1);
      let sent = 0;
      let answered = false;
      request.on('response', (response) => {
        answered = true;
        resolve({ status: response.statusCode ?? 0, sent });
        request.destroy();
      });
      request.on('error', () => undefined);
      const write = (): void => {
        while (!answered && sent < total) {
          sent += piece.length;
          if (!request.write(piece)) {
            request.once('drain', write);
            return;
          }
        }
      };
      request.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n');
      write();
    });
    expect(status).toBe(413);
    expect(sent).toBeLessThan(total / 4);
    expect(await stored()).toBe(before);
  });
});

describe('attaching', () => {
  it('takes the own photos, once', async () => {
    const ids = await Promise.all([1, 2].map(async () => (await send(await plainPhoto().jpeg().toBuffer())).body.id));
    await attach(writer, ids);
    await expect(attach(writer, ids, 'message-2')).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'photoIds' }],
    });
    const views = await test.app.get(PhotosService).viewOf([...ids].reverse());
    expect(views.map(({ id }) => id)).toEqual([...ids].reverse());
  });

  it("refuses somebody else's, unknown ones and more than nine, and then attaches none", async () => {
    const own = (await send(await plainPhoto().jpeg().toBuffer())).body.id;
    const foreign = (await send(await plainPhoto().jpeg().toBuffer(), stranger.token)).body.id;
    await expect(attach(writer, [own, foreign])).rejects.toBeInstanceOf(Problem);
    await expect(attach(writer, [own, '0199e8a0-0000-7000-8000-000000000000'])).rejects.toBeInstanceOf(Problem);
    await expect(
      attach(
        writer,
        Array.from({ length: 10 }, () => own),
      ),
    ).rejects.toBeInstanceOf(Problem);
    await attach(writer, [own]);
  });

  it('lets one of two attach at the same moment', async () => {
    const { id } = (await send(await plainPhoto().jpeg().toBuffer())).body;
    const both = await Promise.allSettled([attach(writer, [id], 'message-a'), attach(writer, [id], 'message-b')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('addresses', () => {
  it('are the same within an hour, work for at least another, and say how long', async () => {
    const photos = test.app.get(PhotosService);
    test.clock.set('2026-03-01T02:10:00Z');
    const signedIn = await createPerson(test);
    const { id, url } = (await send(await plainPhoto().jpeg().toBuffer(), signedIn.token)).body;
    test.clock.set('2026-03-01T02:50:00Z');
    expect(photos.pathOf(id, 'full')).toBe(url);
    test.clock.set('2026-03-01T03:59:00Z');
    const shown = await test.request('GET', url);
    expect(shown.status).toBe(200);
    expect(shown.headers['cache-control']).toMatch(/^private, max-age=(60|59)\b/);
    test.clock.set('2026-03-01T04:00:01Z');
    expect(await test.request('GET', url)).toMatchObject({ status: 403, body: { code: 'photo_link_invalid' } });
    test.clock.set(new Date());
  });

  it('are refused when forged', async () => {
    const { id, url } = (await send(await plainPhoto().jpeg().toBuffer())).body;
    const other = (await send(await plainPhoto().jpeg().toBuffer())).body;
    const expires = Number(/expires=(\d+)/.exec(url)?.[1]);
    for (const forged of [
      url.replace(id, other.id),
      url.replace('variant=full', 'variant=thumbnail'),
      url.replace(`expires=${expires}`, `expires=${expires + 3600}`),
      url.replace(/signature=../, 'signature=AA'),
    ]) {
      expect((await test.request('GET', forged)).status, forged).toBe(403);
    }
    expect((await test.request('GET', `/photos/${id}`)).status).toBe(422);
    expect((await test.request('GET', `/photos/${id}?variant=../../etc&expires=1&signature=x`)).status).toBe(422);
  });

  it('have the public host for services outside', () => {
    expect(test.app.get(PhotosService).absoluteUrlOf('some-id')).toMatch(
      /^https:\/\/lianxin\.example\/api\/v1\/photos\/some-id\?variant=full&expires=\d+&signature=/,
    );
  });
});

describe('housekeeping', () => {
  it('removes what nobody attached within a day, and what was let go, and keeps the rest', async () => {
    const upload = async () => (await send(await plainPhoto().jpeg().toBuffer())).body.id;
    const [kept, loose, released] = [await upload(), await upload(), await upload()];
    await attach(writer, [kept, released]);
    await test.app.get(PhotosService).release([released]);
    const jobs = test.app.get(Jobs);
    await jobs.runDue();
    expect(await test.app.get(PhotoStore).read(loose, 'full')).not.toBeNull();
    test.clock.advanceDays(1.01);
    expect(await jobs.runDue()).toContain('photos.unattached');
    expect(await jobs.runDue()).not.toContain('photos.unattached');
    const store = test.app.get(PhotoStore);
    expect(await store.read(kept, 'full')).not.toBeNull();
    for (const gone of [loose, released]) {
      expect(await store.read(gone, 'full')).toBeNull();
      expect(await store.read(gone, 'thumbnail')).toBeNull();
    }
    expect((await test.app.get(PhotosService).viewOf([kept, loose])).map(({ id }) => id)).toEqual([kept]);
    test.clock.set(new Date());
  });
});
