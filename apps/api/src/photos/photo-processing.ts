import { LIMITS } from '@lianxin/shared';
import sharp, { type Sharp } from 'sharp';
import { fieldInvalid, type Problem } from '../platform/problems/problem.js';

/** A photo as it is kept: JPEG, upright, without any metadata. Sizes in pixels. */
export interface ProcessedPhoto {
  readonly full: Buffer;
  readonly thumbnail: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Pictures that would unpack to more pixels than any telephone takes are bombs. */
const MOST_PIXELS = 120_000_000;
const ACCEPTED_FORMATS = new Set(['jpeg', 'png', 'webp']);
const JPEG_QUALITY = { full: 82, thumbnail: 75 };

function photoProblem(code: string, message: string): Problem {
  return fieldInvalid('file', code, message);
}

const broken = () => photoProblem('photo_broken', '这张照片已损坏或无法读取，请换一张再试。');

function open(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' });
}

async function formatOf(bytes: Buffer): Promise<string> {
  try {
    return (await open(bytes).metadata()).format ?? 'unknown';
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) {
      throw photoProblem('photo_too_many_pixels', '这张照片的尺寸太大，请缩小后再上传。');
    }
    throw photoProblem('photo_type', '只能上传 JPG、PNG 或 WebP 格式的照片，请换一张再试。');
  }
}

/**
 * Checks a photo by its content and re-encodes it: turned upright, larger side at most `LIMITS.photoSide`, on white, and stripped
 * of all metadata, the place where it was taken included (design §11).
 * @throws {Problem} 422 for a type that is not accepted, a broken picture or one with too many pixels.
 */
export async function processPhoto(bytes: Buffer): Promise<ProcessedPhoto> {
  if (!ACCEPTED_FORMATS.has(await formatOf(bytes))) {
    throw photoProblem('photo_type', '只能上传 JPG、PNG 或 WebP 格式的照片，请换一张再试。');
  }
  try {
    const { data: full, info } = await open(bytes)
      .autoOrient()
      .resize({ width: LIMITS.photoSide, height: LIMITS.photoSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: JPEG_QUALITY.full })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(full)
      .resize({ width: LIMITS.thumbnailSide, height: LIMITS.thumbnailSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: JPEG_QUALITY.thumbnail })
      .toBuffer();
    return { full, thumbnail, width: info.width, height: info.height };
  } catch {
    throw broken();
  }
}
