import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';

/** A file and what it is called, without the extension. */
export interface DigestFile {
  readonly title: string;
  readonly bytes: Buffer;
}

/** Digests as files. */
@Injectable()
export class DigestFilesService {
  async document(_actor: Actor, _id: string): Promise<DigestFile> {
    throw new Error('not written yet');
  }
  async spreadsheet(_actor: Actor, _id: string): Promise<DigestFile> {
    throw new Error('not written yet');
  }
}
