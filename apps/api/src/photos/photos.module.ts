import { Module } from '@nestjs/common';
import { Settings } from '../platform/settings/settings.js';
import { PhotoLinks } from './photo-links.js';
import { PhotosController } from './photos.controller.js';
import { PhotosService } from './photos.service.js';
import { DiskPhotoStore } from './stores/disk-photo-store.js';
import { PhotoStore } from './stores/photo-store.js';
import { S3PhotoStore } from './stores/s3-photo-store.js';

/** The store that the settings name: a folder, or an S3-compatible bucket. */
function photoStoreOf(settings: Settings): PhotoStore {
  if (settings.PHOTO_STORE === 'disk') return new DiskPhotoStore(settings.DATA_DIR);
  return new S3PhotoStore({
    endpoint: settings.S3_ENDPOINT,
    bucket: settings.S3_BUCKET,
    region: settings.S3_REGION,
    accessKeyId: settings.S3_ACCESS_KEY_ID,
    secretAccessKey: settings.S3_SECRET_ACCESS_KEY,
  });
}

/** Photos: upload, storage, signed addresses. */
@Module({
  controllers: [PhotosController],
  providers: [PhotosService, PhotoLinks, { provide: PhotoStore, useFactory: photoStoreOf, inject: [Settings] }],
  exports: [PhotosService],
})
export class PhotosModule {}
