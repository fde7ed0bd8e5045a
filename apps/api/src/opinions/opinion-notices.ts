import { OPINION_KIND_LABELS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { AccountsService } from '../identity/accounts.service.js';
import type { NoticeScreen } from '../notices/notice-kinds.js';
import { NoticesService } from '../notices/notices.service.js';
import type { Opinion } from './opinion.entity.js';
import type { OpinionCosigner } from './opinion-cosigner.entity.js';

/** What a notice says. */
export interface NoticeWords {
  /** Stable word for what happened. */
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  /** Tells it from another of this kind on the same version. */
  readonly key?: string;
}

/** An opinion as notices name it. */
export function spokenTitle({ kind, title }: Pick<Opinion, 'kind' | 'title'>): string {
  return title ? `《${title}》` : `一份${OPINION_KIND_LABELS[kind]}`;
}

/** Who is told what of an opinion. Each notice is left in the transaction under way. */
@Injectable()
export class OpinionNotices {
  constructor(
    private readonly notices: NoticesService,
    private readonly accounts: AccountsService,
  ) {}

  /** Tells the author. */
  async author(opinion: Opinion, words: NoticeWords): Promise<void> {
    const accountId = (await this.accounts.accountOfMember(opinion.authorMemberId)) ?? opinion.authorAccountId;
    await this.tell(opinion, accountId, 'author', words);
  }

  /** Tells the author and everyone who has signed. */
  async signers(opinion: Opinion, cosigners: readonly OpinionCosigner[], words: NoticeWords): Promise<void> {
    await this.author(opinion, words);
    for (const { accountId, state } of cosigners) {
      if (state === 'confirmed') await this.tell(opinion, accountId, 'cosigner', words);
    }
  }

  /** Tells members asked to sign. */
  async cosigners(opinion: Opinion, accountIds: readonly string[], words: NoticeWords): Promise<void> {
    for (const accountId of accountIds) await this.tell(opinion, accountId, 'cosigner', words);
  }

  /** Tells those who sit at a desk, except who acts. */
  async desk(
    opinion: Opinion,
    accountIds: readonly string[],
    actorAccountId: string,
    words: NoticeWords,
  ): Promise<void> {
    for (const accountId of accountIds) {
      if (accountId !== actorAccountId) await this.tell(opinion, accountId, 'desk', words);
    }
  }

  private tell(opinion: Opinion, accountId: string, as: NoticeScreen, words: NoticeWords): Promise<void> {
    const { kind, title, text, key = '' } = words;
    return this.notices.notify({
      accountId,
      kind,
      title,
      text,
      about: { kind: 'opinion', id: opinion.id },
      as,
      dedupeKey: `${opinion.id}:${kind}:${as}:${opinion.version}:${key}`,
    });
  }
}
