import { LIMITS } from '@lianxin/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { fieldInvalid, notFound, Problem } from '../platform/problems/problem.js';
import { PhotoLinks } from './photo-links.js';
import { processPhoto } from './photo-processing.js';
import type { Photo, PhotoLinkQuery, PhotoVariant } from './photos.dto.js';
import { StoredPhoto } from './stored-photo.entity.js';
import { PhotoStore } from './stores/photo-store.js';

/** What photos are attached to. */
export interface PhotoSubject {
  readonly kind: 'letter_message' | 'member' | 'follow_up';
  readonly id: string;
}

/** A photo's bytes and for how many seconds its address goes on working. */
export interface PhotoFile {
  readonly bytes: Buffer;
  readonly secondsLeft: number;
}

const KEEP_UNATTACHED_HOURS = 24;
const PURGE_BATCH = 200;

/** Takes photos in, ties them to what they belong to and hands them out again. */
@Injectable()
export class PhotosService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly store: PhotoStore,
    private readonly links: PhotoLinks,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Photos that nobody attached go after a day. */
  onModuleInit(): void {
    this.jobs.register('photos.unattached', 3600, () => this.purgeUnattached());
  }

  /**
   * Checks, re-encodes and keeps a photo. It belongs to the actor and goes after a day unless attached.
   * @throws {Problem} 422 for what is not a photo we accept.
   */
  async upload(actor: Pick<Actor, 'accountId'>, bytes: Buffer): Promise<Photo> {
    const { full, thumbnail, width, height } = await processPhoto(bytes);
    const id = uuidv7();
    const photo = { id, ownerId: actor.accountId, subjectKind: null, subjectId: null, width, height };
    try {
      await this.store.write(id, 'full', full);
      await this.store.write(id, 'thumbnail', thumbnail);
      await this.database.write((manager) => manager.insert(StoredPhoto, { ...photo, createdAt: this.clock.now() }));
    } catch (error) {
      await this.store.remove(id).catch(() => undefined);
      throw error;
    }
    return this.view(photo);
  }

  /**
   * Ties photos to a subject, in the transaction under way. A photo is attached once, by the account that uploaded it.
   * @throws {Problem} 422 on `field` when there are too many, or one is somebody else's, used already or gone.
   */
  async attach(
    actor: Pick<Actor, 'accountId'>,
    photoIds: readonly string[],
    subject: PhotoSubject,
    field = 'photoIds',
  ): Promise<void> {
    if (photoIds.length === 0) return;
    if (photoIds.length > LIMITS.letterPhotos) {
      throw fieldInvalid(field, 'too_many_photos', `照片最多 ${LIMITS.letterPhotos} 张，请删减后再提交。`);
    }
    await this.database.write(async (manager) => {
      const { affected } = await manager.update(
        StoredPhoto,
        { id: In(photoIds), ownerId: actor.accountId, subjectId: IsNull() },
        { subjectKind: subject.kind, subjectId: subject.id },
      );
      if (affected !== photoIds.length) {
        throw fieldInvalid(field, 'photos_invalid', '有照片已失效，请删去后重新上传。');
      }
    });
  }

  /** Lets photos of a subject go, in the transaction under way; the next purge removes them. */
  async release(photoIds: readonly string[]): Promise<void> {
    if (photoIds.length === 0) return;
    await this.database.write((manager) =>
      manager.update(StoredPhoto, { id: In(photoIds) }, { subjectKind: null, subjectId: null, ownerId: '' }),
    );
  }

  /** Photos with signed addresses, in the order of the ids. Unknown ids are left out. The caller has checked who may see them. */
  async viewOf(photoIds: readonly string[]): Promise<Photo[]> {
    if (photoIds.length === 0) return [];
    const photos = await this.database.read
      .createQueryBuilder(StoredPhoto, 'photo')
      .select(['photo.id AS id', 'photo.width AS width', 'photo.height AS height'])
      .where({ id: In(photoIds) })
      .getRawMany<Pick<StoredPhoto, 'id' | 'width' | 'height'>>();
    const byId = new Map(photos.map((photo) => [photo.id, photo]));
    return photoIds.flatMap((id) => {
      const photo = byId.get(id);
      return photo ? [this.view(photo)] : [];
    });
  }

  /** The signed path of one variant, without looking whether the photo exists (for lists that keep the id only). */
  pathOf(id: string, variant: PhotoVariant): string {
    return this.links.pathOf(id, variant);
  }

  /** The full variant's signed address with host, for services that fetch it from outside (WeChat's check of pictures). */
  absoluteUrlOf(id: string): string {
    return this.links.absoluteUrlOf(id);
  }

  /** The bytes behind a signed address. @throws {Problem} 403 when it is forged or has expired, 404 when the photo is gone. */
  async open(id: string, { variant, expires, signature }: PhotoLinkQuery): Promise<PhotoFile> {
    const secondsLeft = this.links.secondsLeft(id, variant, expires, signature);
    if (secondsLeft === 0) {
      throw new Problem({
        status: 403,
        code: 'photo_link_invalid',
        detail: '图片链接已失效，请刷新页面后再看。',
      });
    }
    return { bytes: await this.read(id, variant), secondsLeft };
  }

  /** The bytes of one variant. @throws {Problem} 404 when the photo is gone. */
  async read(id: string, variant: PhotoVariant): Promise<Buffer> {
    const bytes = await this.store.read(id, variant);
    if (!bytes) throw notFound('这张照片');
    return bytes;
  }

  /** Removes photos that nobody attached within a day, and those let go. Returns how many. */
  async purgeUnattached(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEEP_UNATTACHED_HOURS * 3_600_000);
    let removed = 0;
    for (;;) {
      const stale = { subjectId: IsNull(), createdAt: LessThan(before) };
      const photos = await this.database.read.find(StoredPhoto, {
        select: { id: true },
        where: stale,
        take: PURGE_BATCH,
      });
      for (const { id } of photos) {
        const { affected } = await this.database.write((manager) => manager.delete(StoredPhoto, { ...stale, id }));
        if (affected) await this.store.remove(id);
      }
      removed += photos.length;
      if (photos.length < PURGE_BATCH) return removed;
    }
  }

  private view({ id, width, height }: Pick<StoredPhoto, 'id' | 'width' | 'height'>): Photo {
    return { id, width, height, url: this.links.pathOf(id, 'full'), thumbnailUrl: this.links.pathOf(id, 'thumbnail') };
  }
}
