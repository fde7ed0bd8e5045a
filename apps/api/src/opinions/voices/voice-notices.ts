import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../identity/accounts.service.js';
import { spokenDay } from '../../mailbox/letter-wording.js';
import type { NoticeScreen } from '../../notices/notice-kinds.js';
import { NoticesService } from '../../notices/notices.service.js';
import type { SectorVoice } from './sector-voice.entity.js';
import type { VoiceContribution } from './voice-contribution.entity.js';

type Told = Pick<SectorVoice, 'id' | 'sectorId' | 'title' | 'version' | 'objectUntil' | 'intakeDue' | 'reference'>;
type Contributors = readonly Pick<VoiceContribution, 'accountId'>[];

interface Words {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

const MOST_CHARACTERS = 500;

/** Who is told what of a sector voice. Each notice is left in the transaction under way. */
@Injectable()
export class VoiceNotices {
  constructor(
    private readonly notices: NoticesService,
    private readonly accounts: AccountsService,
  ) {}

  /** Asks those credited what they say to the text. */
  async circulated(voice: Told, contributors: Contributors, by: string): Promise<void> {
    const until = voice.objectUntil ? `，请在${spokenDay(voice.objectUntil)}前回应` : '';
    await this.tellContributors(voice, contributors, by, {
      kind: 'voice_circulated',
      title: '请您看看界别集体声音',
      text: `《${voice.title}》写进了您的意见${until}；有不同意见可以提出。`,
    });
  }

  /** Reminds those who have said nothing that today is the last day. */
  async lastDay(voice: Told, silent: Contributors): Promise<void> {
    await this.tellContributors(voice, silent, null, {
      kind: 'voice_last_day',
      title: '今天是回应的最后一天',
      text: `《${voice.title}》写进了您的意见，今天之内没有回应就视为没有不同意见。`,
    });
  }

  /** Tells the convener, who waited for somebody, that the time for objecting is over. */
  async timeOver(voice: Told, contributions: readonly Pick<VoiceContribution, 'state'>[]): Promise<void> {
    const objected = contributions.some(({ state }) => state === 'objected');
    await this.tellConvener(voice, {
      kind: 'voice_time_over',
      title: '征求意见的时间到了',
      text: objected
        ? `《${voice.title}》有委员提出不同意见，请收回修改。`
        : `《${voice.title}》没有不同意见，可以提交政协办公室了。`,
    });
  }

  /** Tells the convener that somebody objects. `key` tells several objections to one text apart. */
  async objected(voice: Told, memberName: string, words: string, key: string): Promise<void> {
    const text = `${memberName}委员对《${voice.title}》说：${words}`.slice(0, MOST_CHARACTERS);
    await this.tellConvener(voice, { kind: 'voice_objected', title: '有委员提出不同意见', text }, key);
  }

  /** Tells the convener that everybody has agreed. */
  async agreedByAll(voice: Told): Promise<void> {
    await this.tellConvener(voice, {
      kind: 'voice_agreed',
      title: '各位委员都同意了',
      text: `《${voice.title}》可以提交政协办公室了。`,
    });
  }

  /** Tells the office of a new voice. */
  async submitted(voice: Told, sectorName: string): Promise<void> {
    const due = voice.intakeDue ? `，请在${spokenDay(voice.intakeDue)}前采集或退回` : '';
    const words = {
      kind: 'voice_submitted',
      title: '收到一份界别集体声音',
      text: `${sectorName}提交了《${voice.title}》${due}。`,
    };
    await this.tell(voice, await this.accounts.accountsWith('office'), 'desk', words);
  }

  /** Tells the convener why the office gave it back. */
  async returned(voice: Told, reason: string): Promise<void> {
    const text = `《${voice.title}》：${reason}`.slice(0, MOST_CHARACTERS);
    await this.tellConvener(voice, { kind: 'voice_returned', title: '办公室退回了界别集体声音', text });
  }

  /** Tells the convener and everybody credited that the office has taken it in. */
  async accepted(voice: Told, contributors: Contributors): Promise<void> {
    const words = {
      kind: 'voice_accepted',
      title: '界别集体声音已采集',
      text: `《${voice.title}》编号 ${voice.reference ?? ''}，会报主席会议。`,
    };
    await this.tellConvener(voice, words);
    await this.tellContributors(voice, contributors, null, words);
  }

  /** Tells everybody credited that it was given up. */
  async withdrawn(voice: Told, contributors: Contributors, by: string): Promise<void> {
    await this.tellContributors(voice, contributors, by, {
      kind: 'voice_withdrawn',
      title: '界别集体声音已撤回',
      text: `《${voice.title}》已由召集人撤回，您的意见恢复单独办理。`,
    });
  }

  private async tellConvener(voice: Told, words: Words, key?: string): Promise<void> {
    await this.tell(voice, await this.accounts.accountsWith('convener', voice.sectorId), 'desk', words, key);
  }

  private tellContributors(voice: Told, contributors: Contributors, by: string | null, words: Words): Promise<void> {
    const accountIds = contributors.flatMap(({ accountId }) => accountId ?? []).filter((accountId) => accountId !== by);
    return this.tell(voice, accountIds, 'member', words);
  }

  private async tell(
    voice: Told,
    accountIds: readonly string[],
    as: NoticeScreen,
    words: Words,
    key = `${words.kind}:${voice.version}`,
  ): Promise<void> {
    for (const accountId of accountIds) {
      const dedupeKey = `${voice.id}:${key}`;
      await this.notices.notify({ accountId, ...words, about: { kind: 'sector_voice', id: voice.id }, as, dedupeKey });
    }
  }
}
