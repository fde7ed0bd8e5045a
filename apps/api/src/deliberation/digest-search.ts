import { Injectable } from '@nestjs/common';
import { Submissions } from '../opinions/submissions.service.js';
import { TextIndex } from '../platform/text-index/text-index.js';
import type { Digest } from './digest.entity.js';
import type { DigestItem } from './digest-item.entity.js';
import { refOf } from './digest-submissions.js';

/** Keeps digests where the search finds them, in the transaction under way: for the office always, for leaders once submitted. */
@Injectable()
export class DigestSearch {
  constructor(
    private readonly index: TextIndex,
    private readonly submissions: Submissions,
  ) {}

  /** Puts what a digest says of itself and of these items in place of what was there. */
  async put(digest: Digest, items: readonly DigestItem[] = []): Promise<void> {
    const summaries = await this.submissions.summaries(items.map(refOf));
    const words = items.flatMap((item) => [summaries.get(item.submissionId)?.title, item.summary]);
    await this.index.put({
      kind: 'digest',
      id: digest.id,
      scopes: digest.state === 'draft' ? ['desk:office'] : ['desk:office', 'leaders'],
      title: digest.title,
      text: [digest.reference, digest.meetingName, digest.preface, ...words].filter(Boolean).join('\n'),
      at: digest.createdAt,
    });
  }

  /** Forgets a digest. */
  remove(digestId: string): Promise<void> {
    return this.index.remove('digest', digestId);
  }
}
