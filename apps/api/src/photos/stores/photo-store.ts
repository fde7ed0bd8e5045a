import type { PhotoVariant } from '../photos.dto.js';

/** Where the bytes of photos lie. The same for all copies of the API. */
export abstract class PhotoStore {
  /** Keeps one variant; writing the same again replaces it. */
  abstract write(id: string, variant: PhotoVariant, bytes: Buffer): Promise<void>;
  /** The bytes of one variant, or null when there are none. */
  abstract read(id: string, variant: PhotoVariant): Promise<Buffer | null>;
  /** Removes both variants; it is no error when they are gone. */
  abstract remove(id: string): Promise<void>;
}
