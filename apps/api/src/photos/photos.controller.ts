import { LIMITS } from '@lianxin/shared';
import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { anybody, RequireAbility, signedIn } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { readUpload } from '../platform/http/upload.js';
import { RateLimits } from '../platform/rate-limit/rate-limits.js';
import { Photo, PhotoLinkQuery } from './photos.dto.js';
import { PhotosService } from './photos.service.js';

const UPLOADS = { name: 'photo-upload', limit: 120, windowSeconds: 3600 };

/** Photos that people add to what they write, and portraits. */
@ApiTags('photos')
@Controller('photos')
export class PhotosController {
  constructor(
    private readonly photos: PhotosService,
    private readonly limits: RateLimits,
  ) {}

  /** Takes in one photo (JPEG, PNG or WebP, at most 10 MB). @throws {Problem} 413, 422 for what is not a photo, 429. */
  @Post()
  @RequireAbility(signedIn)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: Photo })
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Photo> {
    await this.limits.consume(UPLOADS, actor.accountId, '上传照片太频繁了，请过一会儿再试。');
    const file = await readUpload(request, reply, { label: '照片', maxBytes: LIMITS.photoBytes });
    return this.photos.upload(actor, file.bytes);
  }

  /** The picture behind a signed address. @throws {Problem} 403 when the address is forged or has expired. */
  @Get(':id')
  @RequireAbility(anybody)
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async show(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() link: PhotoLinkQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, secondsLeft } = await this.photos.open(id, link);
    await reply
      .type('image/jpeg')
      .header('cache-control', `private, max-age=${secondsLeft}, immutable`)
      .header('x-content-type-options', 'nosniff')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(bytes);
  }
}
