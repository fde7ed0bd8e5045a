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
const ACCEPTED_FORMATS = new Set<string | undefined>(['jpeg', 'png', 'webp']);
const JPEG_QUALITY = { full: 82, thumbnail: 75 };

/** How the photos begin that newer iPhones take; the picture library holds no decoder for them. */
const HEIC = /^ftyp(hei|hev|mif1|msf1)/;

function photoProblem(code: string, message: string): Problem {
  return fieldInvalid('file', code, message);
}

function typeProblem(bytes: Buffer): Problem {
  return HEIC.test(bytes.toString('latin1', 4, 12))
    ? photoProblem('photo_type', '暂不支持 HEIC 照片。请在手机的相机设置里选“兼容性最佳”重新拍摄，或截图后上传。')
    : photoProblem('photo_type', '只能上传 JPG、PNG 或 WebP 格式的照片，请换一张再试。');
}

function open(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
}

async function checkType(bytes: Buffer): Promise<void> {
  try {
    const { format } = await open(bytes).metadata();
    if (ACCEPTED_FORMATS.has(format)) return;
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message)) {
      throw photoProblem('photo_too_many_pixels', '这张照片的尺寸太大，请缩小后再上传。');
    }
  }
  throw typeProblem(bytes);
}

/**
 * Checks a photo by its content and re-encodes it: turned upright, larger side at most `LIMITS.photoSide`, on white, and stripped
 * of all metadata, the place where it was taken included (design §11).
 * @throws {Problem} 422 for a type that is not accepted, a broken picture or one with too many pixels.
 */
export async function processPhoto(bytes: Buffer): Promise<ProcessedPhoto> {
  await checkType(bytes);
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
    throw photoProblem('photo_broken', '这张照片已损坏或无法读取，请换一张再试。');
  }
}
