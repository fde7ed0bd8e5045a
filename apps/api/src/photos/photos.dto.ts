import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, CodeField, WholeNumberField } from '../platform/http/fields.js';

/** The two sizes in which a photo is kept. */
export const PHOTO_VARIANTS = ['full', 'thumbnail'] as const;
export type PhotoVariant = (typeof PHOTO_VARIANTS)[number];

/** A photo, ready to show. The addresses are signed paths on this API that work for one to two hours. */
export class Photo {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Pixels of the full variant. */
  @ApiProperty({ type: 'integer' })
  width: number;

  @ApiProperty({ type: 'integer' })
  height: number;

  @ApiProperty()
  url: string;

  @ApiProperty()
  thumbnailUrl: string;
}

/** What a signed photo address carries. */
export class PhotoLinkQuery {
  @ChoiceField({ label: '图片大小', of: PHOTO_VARIANTS })
  variant: PhotoVariant;

  /** Seconds since 1970 until which the address works. */
  @WholeNumberField({ label: '有效期', min: 0, max: 99_999_999_999 })
  expires: number;

  @CodeField({ label: '签名', pattern: /^[\w-]{43}$/ })
  signature: string;
}
