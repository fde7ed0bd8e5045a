import type { FollowUpStatus } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { FollowUpsService } from '../deliberation/outcomes/follow-ups.service.js';
import { HeardService } from '../deliberation/outcomes/heard.service.js';
import { OnwardService } from '../deliberation/outcomes/onward.service.js';
import { RelayBoardService } from '../deliberation/outcomes/relay-board.service.js';
import { RelaySendingService } from '../deliberation/outcomes/relay-sending.service.js';
import { RelaysService } from '../deliberation/outcomes/relays.service.js';
import { PhotosService } from '../photos/photos.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import type { Community } from './community.js';
import { Dice } from './dice.js';
import { byDay, DAY, type Happening, HOUR } from './happening.js';

const ROUND_DAYS = 2;
const FOLLOW_UP_ROUNDS = 5;
const PAGE = 100;
/** Of a hundred relays so many are never sent, so that member affairs has somebody to remind. */
const NEVER_RELAYED = 12;
/** Of a hundred constituents so many answer whether they were heard. */
const ANSWERING = 72;

const PROGRESS: Record<Exclude<FollowUpStatus, 'not_started'>, readonly string[]> = {
  in_hand: [
    '已列入本季度工作计划，正在现场勘查。',
    '已与乡镇对接，方案本月底前定下来。',
    '资金已落实，正在走采购程序。',
  ],
  done: ['已全部完成，并请附近居民代表一起查看过。', '问题已解决，相关做法写进了日常管理制度。'],
  cannot_be_done: ['因涉及上级规划调整，今年不能实施，已列入下一年度备选项目。'],
};
const WORDS = [
  '没想到真的有回音，谢谢！',
  '说了的事有人管，心里踏实。',
  '办得慢了点，总算办了。',
  '希望别的地方也能办。',
];

/** A number from 0 to 99 that a reference number stands for, the same at every run. */
function lotOf(reference: string): number {
  const digits = Number(reference.replaceAll(/\D/g, '')) || 0;
  return Math.floor(new Dice(digits).next() * 100);
}

/** Members pass outcomes on, the office records what was done, constituents say whether they were heard. */
@Injectable()
export class OutcomePlayer {
  private views: readonly Buffer[] = [];
  /** Letters that an outcome was told in and that have not been asked about yet, with their writers. */
  private readonly told = new Map<string, { reference: string; writer: Actor }>();

  constructor(
    private readonly relays: RelaysService,
    private readonly sending: RelaySendingService,
    private readonly board: RelayBoardService,
    private readonly followUps: FollowUpsService,
    private readonly onward: OnwardService,
    private readonly heard: HeardService,
    private readonly photos: PhotosService,
  ) {}

  /** Pictures of what was done, in turn. */
  usePictures(views: readonly Buffer[]): void {
    this.views = views;
  }

  /**
   * Rounds of all this, every other day.
   * @param writerOf the account that wrote a letter of the demonstration.
   */
  happenings(
    from: Date,
    to: Date,
    community: Community,
    writerOf: (letterId: string) => Actor | undefined,
  ): Happening[] {
    const rounds = Math.floor((to.getTime() - from.getTime()) / (ROUND_DAYS * DAY));
    return Array.from({ length: rounds }, (_, round) => ({
      at: byDay(new Date(from.getTime() + round * ROUND_DAYS * DAY + 3 * HOUR)),
      happen: async () => {
        await this.relay(community, round, writerOf);
        if (round % FOLLOW_UP_ROUNDS === 0) await this.followUp(community.office, round);
        await this.sayHeard(round);
      },
    }));
  }

  private async relay(
    { members }: Community,
    round: number,
    writerOf: (letterId: string) => Actor | undefined,
  ): Promise<void> {
    const { items: waiting } = await this.board.list({ box: 'all', limit: PAGE });
    const asked = new Set(waiting.map(({ memberId }) => memberId));
    for (const { actor } of members.filter(({ member }) => asked.has(member.id))) {
      const { items } = await this.relays.list(actor, { state: 'ready', limit: PAGE });
      for (const { id, letter } of items) {
        const lot = letter ? lotOf(letter.reference) : 0;
        if (!letter || lot < NEVER_RELAYED || (lot + round) % 3 !== 0) continue;
        const { text, version } = await this.relays.show(actor, id);
        await this.sending.send(actor, id, { version, text });
        const writer = writerOf(letter.id);
        if (writer) this.told.set(letter.id, { reference: letter.reference, writer });
      }
    }
  }

  private async followUp(office: Actor, round: number): Promise<void> {
    const { items } = await this.followUps.list({ box: 'all', limit: PAGE });
    for (const { itemId, submission, status } of items) {
      const lot = lotOf(submission.reference ?? submission.title);
      if (status === 'done' || status === 'cannot_be_done' || (lot + round / FOLLOW_UP_ROUNDS) % 3 !== 0) continue;
      const next = status === 'not_started' ? 'in_hand' : lot % 9 === 0 ? 'cannot_be_done' : 'done';
      const texts = PROGRESS[next];
      const photoIds = next === 'done' && lot % 2 === 0 ? [await this.picture(office, lot)] : [];
      await this.followUps.record(office, itemId, { status: next, text: texts[lot % texts.length] ?? '', photoIds });
    }
  }

  private async sayHeard(round: number): Promise<void> {
    for (const [letterId, { reference, writer }] of this.told) {
      const lot = lotOf(reference);
      if ((lot + round) % 4 !== 0) continue;
      const { heard } = await this.onward.show(writer, letterId);
      if (!heard.asked) continue;
      this.told.delete(letterId);
      if (lot > ANSWERING) continue;
      const stars = lot % 11 === 0 ? 2 : lot % 5 === 0 ? 3 : lot % 3 === 0 ? 4 : 5;
      const words = lot % 2 === 0 ? WORDS[lot % WORDS.length] : undefined;
      await this.heard.answer(writer, letterId, { stars, ...(words && { words }) });
    }
  }

  private async picture(office: Actor, lot: number): Promise<string> {
    const view = this.views[lot % this.views.length];
    if (!view) throw new RangeError('there are no pictures');
    return (await this.photos.upload(office, view)).id;
  }
}
