import { Injectable } from '@nestjs/common';
import { AccountsService } from '../identity/accounts.service.js';
import { NoticesService, type NoticeToSend } from '../notices/notices.service.js';
import type { Letter } from './letter.entity.js';
import { spokenDay } from './letter-wording.js';

type Told = Pick<Letter, 'id' | 'reference' | 'title' | 'writerId' | 'memberId' | 'due' | 'version'>;

/** Who is told what of a letter, and in which words. Each notice is left in the transaction under way. */
@Injectable()
export class LetterNotices {
  constructor(
    private readonly notices: NoticesService,
    private readonly accounts: AccountsService,
  ) {}

  /** Tells the addressee of a new letter. */
  received(letter: Told): Promise<void> {
    return this.member(
      letter,
      'letter_received',
      '您收到一封新来信',
      `《${letter.title}》${this.by(letter)}`,
      'letter_received',
    );
  }

  /** Tells the addressee that the writer wrote again. */
  followedUp(letter: Told): Promise<void> {
    return this.member(
      letter,
      'letter_followed_up',
      '来信人有新的话要说',
      `《${letter.title}》${this.by(letter)}`,
      'letter_received',
    );
  }

  /** Tells the addressee that a deadline comes near, is today or has passed. */
  due(letter: Told, when: 'before' | 'on_day' | 'overdue'): Promise<void> {
    const title = { before: '有来信即将到期', on_day: '有来信今天到期', overdue: '有来信已超期' }[when];
    const key = `due:${letter.due?.getTime()}:${when}`;
    return this.member(letter, 'letter_due', title, `《${letter.title}》${this.by(letter)}`, 'letter_due', key);
  }

  /** Tells the addressee that the office or member affairs asks for an answer. */
  reminded(letter: Told, key: string, overdue: boolean): Promise<void> {
    const text = `《${letter.title}》${overdue ? '已超期，请尽快答复。' : this.by(letter)}`;
    return this.member(letter, 'letter_due', '政协机关提醒您答复来信', text, 'letter_due', key);
  }

  /** Tells the addressee what became of an own message or of the letter. */
  toMember(letter: Told, kind: string, title: string, text: string): Promise<void> {
    return this.member(letter, kind, title, text);
  }

  /** Tells the writer that the letter is with the member; in the app only, so that no consent to be told on WeChat is spent on it. */
  delivered(letter: Told, memberName: string): Promise<void> {
    const text = `《${letter.title}》已送给${memberName}委员${letter.due ? `，会在${spokenDay(letter.due)}前答复您` : ''}。`;
    return this.writer(letter, 'letter_delivered', '您的来信已送达', text, undefined);
  }

  /** Tells the writer that the member has answered. */
  answered(letter: Told, memberName: string): Promise<void> {
    return this.writer(
      letter,
      'letter_answered',
      `${memberName}委员答复了您的来信`,
      `《${letter.title}》，请点开查看。`,
      'letter_answered',
    );
  }

  /** Tells the writer of any other progress. */
  progressed(letter: Told, kind: string, title: string, text: string): Promise<void> {
    return this.writer(letter, kind, title, text, 'letter_status');
  }

  /** Tells everyone at the member-affairs desk that a letter is overdue. */
  async escalated(letter: Told, memberName: string): Promise<void> {
    for (const accountId of await this.accounts.accountsWith('member_affairs')) {
      await this.notices.notify({
        accountId,
        kind: 'letter_overdue',
        title: '有来信超期未答复',
        text: `${letter.reference}《${letter.title}》，承办委员：${memberName}。`,
        letterId: letter.id,
        as: 'office',
        dedupeKey: `${letter.id}:overdue:${letter.due?.getTime()}`,
      });
    }
  }

  private by({ due }: Told): string {
    return due ? `，请在${spokenDay(due)}前答复。` : '。';
  }

  private async member(
    letter: Told,
    kind: string,
    title: string,
    text: string,
    template?: NoticeToSend['template'],
    key = `${kind}:${letter.version}`,
  ): Promise<void> {
    const accountId = await this.accounts.accountOfMember(letter.memberId);
    if (!accountId) return;
    await this.tell(letter, accountId, 'addressee', { kind, title, text, template, key });
  }

  private writer(
    letter: Told,
    kind: string,
    title: string,
    text: string,
    template: NoticeToSend['template'],
  ): Promise<void> {
    return this.tell(letter, letter.writerId, 'writer', {
      kind,
      title,
      text,
      template,
      key: `${kind}:${letter.version}`,
    });
  }

  private tell(
    letter: Told,
    accountId: string,
    as: 'writer' | 'addressee',
    words: { kind: string; title: string; text: string; template?: NoticeToSend['template']; key: string },
  ): Promise<void> {
    const { kind, title, text, template, key } = words;
    return this.notices.notify({
      accountId,
      kind,
      title,
      text,
      letterId: letter.id,
      as,
      dedupeKey: `${letter.id}:${key}`,
      template,
      fields: { reference: letter.reference, subject: letter.title },
    });
  }
}
