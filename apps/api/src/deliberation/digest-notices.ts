import { chinaDay } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { AccountsService } from '../identity/accounts.service.js';
import { NoticesService, type NoticeToSend } from '../notices/notices.service.js';
import type { Digest } from './digest.entity.js';

/** What of a notice is the same for everyone who gets it. */
type Telling = Pick<NoticeToSend, 'kind' | 'title' | 'text' | 'as'> & { readonly key: string };

/** Tells leaders and the office what happened to a digest, in the transaction under way. Nobody is told of what they did themselves. */
@Injectable()
export class DigestNotices {
  constructor(
    private readonly notices: NoticesService,
    private readonly accounts: AccountsService,
  ) {}

  /** The leaders can read it from now on. */
  async submitted(digest: Digest, items: number, by: string): Promise<void> {
    await this.tell(digest, await this.accounts.accountsWith('leader'), by, {
      kind: 'digest_submitted',
      title: '有新的汇总请您审阅',
      text: `${digest.title}（${digest.reference}，${items} 条）已报送${digest.meetingName}，请在会前审阅。`,
      as: 'leader',
      key: `submitted:${digest.version}`,
    });
  }

  /** The office took it back. */
  async recalled(digest: Digest, by: string): Promise<void> {
    await this.tell(digest, await this.accounts.accountsWith('leader'), by, {
      kind: 'digest_recalled',
      title: '一份汇总已撤回修改',
      text: `${digest.title}（${digest.reference}）已由办公室撤回修改，改好后会再次报送。`,
      as: 'leader',
      key: `recalled:${digest.version}`,
    });
  }

  /** A leader left a remark. */
  async remarked(digest: Digest, remarkId: string, authorName: string, by: string): Promise<void> {
    await this.tell(digest, await this.accounts.accountsWith('office'), by, {
      kind: 'digest_remarked',
      title: '汇总上有新的批注',
      text: `${authorName || '主席会议成员'}在${digest.title}（${digest.reference}）上留下了批注。`,
      as: 'desk',
      key: `remark:${remarkId}`,
    });
  }

  /** A decision waits for the signature of somebody other than `by`, where none waited before. */
  async toBeSigned(digest: Digest, decisionId: string, by: string): Promise<void> {
    await this.tell(digest, await this.accounts.accountsWith('office'), by, {
      kind: 'digest_to_be_signed',
      title: '有决定等您签核',
      text: `${digest.title}（${digest.reference}）有已记录的决定，须由记录人以外的同事核对签核。`,
      as: 'desk',
      key: `sign:${decisionId}`,
    });
  }

  /** Everything is decided: the members can be told. */
  async decided(digest: Digest, by: string): Promise<void> {
    const until = digest.feedbackDue ? `，请在 ${chinaDay(digest.feedbackDue)} 前反馈给委员` : '';
    await this.tell(digest, await this.accounts.accountsWith('office'), by, {
      kind: 'digest_decided',
      title: '一份汇总已全部有了决定',
      text: `${digest.title}（${digest.reference}）的决定已全部签核${until}。`,
      as: 'desk',
      key: 'decided',
    });
  }

  /** A correction was signed: it must be sent out again. */
  async corrected(digest: Digest, decisionId: string, by: string): Promise<void> {
    await this.tell(digest, await this.accounts.accountsWith('office'), by, {
      kind: 'decision_corrected',
      title: '一项决定已更正',
      text: `${digest.title}（${digest.reference}）有一项决定已更正并签核，请把更正后的结果反馈给委员。`,
      as: 'desk',
      key: `corrected:${decisionId}`,
    });
  }

  private async tell(digest: Digest, accountIds: readonly string[], by: string, { key, ...telling }: Telling) {
    for (const accountId of accountIds.filter((id) => id !== by)) {
      await this.notices.notify({
        ...telling,
        accountId,
        about: { kind: 'digest', id: digest.id },
        dedupeKey: `digest:${digest.id}:${key}`,
      });
    }
  }
}
