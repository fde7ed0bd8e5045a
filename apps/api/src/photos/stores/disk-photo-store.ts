import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { PHOTO_VARIANTS, type PhotoVariant } from '../photos.dto.js';
import { PhotoStore } from './photo-store.js';

/** Keeps photos in a folder, spread over 256 subfolders by the last characters of their ids. */
export class DiskPhotoStore extends PhotoStore {
  private readonly folder: string;

  constructor(dataDirectory: string) {
    super();
    this.folder = resolve(dataDirectory, 'photos');
  }

  override async write(id: string, variant: PhotoVariant, bytes: Buffer): Promise<void> {
    const file = this.fileOf(id, variant);
    const unfinished = `${file}.${uuidv7()}`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
  }

  override async read(id: string, variant: PhotoVariant): Promise<Buffer | null> {
    try {
      return await readFile(this.fileOf(id, variant));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  override async remove(id: string): Promise<void> {
    for (const variant of PHOTO_VARIANTS) await rm(this.fileOf(id, variant), { force: true });
  }

  private fileOf(id: string, variant: PhotoVariant): string {
    return join(this.folder, id.slice(-2), `${id}-${variant}.jpg`);
  }
}
