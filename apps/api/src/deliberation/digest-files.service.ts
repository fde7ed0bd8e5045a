import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { DigestViewsService } from './digest-views.service.js';
import { writeDigestDocument } from './documents/digest-document.js';
import { writeDigestSheet } from './documents/digest-sheet.js';

/** A file and what it is called, without the extension. */
export interface DigestFile {
  readonly title: string;
  readonly bytes: Buffer;
}

/** Digests as files, with what the person who asks may see. */
@Injectable()
export class DigestFilesService {
  constructor(
    private readonly views: DigestViewsService,
    private readonly clock: Clock,
  ) {}

  /** The Word document. It bears the day on which the digest was submitted; a draft bears the present one. */
  async document(actor: Actor, id: string): Promise<DigestFile> {
    const digest = await this.views.show(actor, id);
    const date = digest.submittedAt ? new Date(digest.submittedAt) : this.clock.now();
    return { title: digest.title, bytes: await writeDigestDocument(digest, date) };
  }

  /** The spreadsheet, one item a row. */
  async spreadsheet(actor: Actor, id: string): Promise<DigestFile> {
    const digest = await this.views.show(actor, id);
    return { title: digest.title, bytes: await writeDigestSheet(digest) };
  }
}
