import { type DecisionOutcome, type DecisionUse, OPINION_THEME_LABELS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { DecisionRecordingService } from '../deliberation/decision-recording.service.js';
import { DigestItemsService } from '../deliberation/digest-items.service.js';
import type { DigestItemView } from '../deliberation/digest-items.views.js';
import { DigestListsService } from '../deliberation/digest-lists.service.js';
import { DigestViewsService } from '../deliberation/digest-views.service.js';
import { DigestsService } from '../deliberation/digests.service.js';
import { FeedbackSendingService } from '../deliberation/outcomes/feedback-sending.service.js';
import { RemarksService } from '../deliberation/remarks.service.js';
import type { Community } from './community.js';
import { Dice } from './dice.js';
import { DAY, type Happening, HOUR, inTurn } from './happening.js';
import { MATTER_OPINIONS } from './matter-opinions.js';

/** A chairpersons' meeting of the demonstration, and how far its digest has come. */
export interface MeetingPlan {
  readonly number: number;
  /** 10:00 in Asia/Shanghai on the day of the meeting. */
  readonly at: Date;
  readonly fate: 'submitted' | 'decided' | 'fed_back';
  /** One decision is corrected afterwards. */
  readonly corrected: boolean;
}

/** Days before today of the six meetings of the year; the last one is still to come. */
const MEETINGS: readonly [daysAgo: number, fate: MeetingPlan['fate'], corrected: boolean][] = [
  [300, 'fed_back', false],
  [225, 'fed_back', false],
  [150, 'fed_back', true],
  [70, 'fed_back', false],
  [7, 'decided', false],
  [-6, 'submitted', false],
];
const PREPARED_DAYS = 9;
const MOST_ITEMS = 18;
const NUMERALS = '一二三四五六七八九十';

const REASONS: Record<DecisionOutcome, readonly string[]> = {
  adopted: ['情况属实，群众反映集中，有条件马上办。', '与今年的民生实事相衔接，同意采纳。'],
  partly_adopted: [
    '方向赞成，受资金限制，先在问题最突出的几处办，其余列入明年计划。',
    '同意先做试点，看效果后再推开。',
  ],
  noted: ['有关部门已有安排，这条意见供他们完善方案时参考。', '涉及上级政策，先留存，适时向上反映。'],
  declined: ['与现行规定不一致，暂时不能办，请委员向群众做好解释。', '经测算投入大、受益面小，目前条件不成熟。'],
};
const USES: readonly DecisionUse[] = [
  'referral',
  'referral',
  'referral',
  'proposal',
  'key_research',
  'thematic_consultation',
];
const REMARKS = [
  '这件事群众反映多年了，请把前几年办理的情况一并附上。',
  '建议会前请主管部门书面说明能办到什么程度。',
  '可以和年初的重点调研课题合起来办。',
  '请核实涉及的户数。',
];

/** The meetings, earliest first. @param now the end of the demonstration. */
export function planMeetings(now: Date): MeetingPlan[] {
  return MEETINGS.map(([daysAgo, fate, corrected], index) => {
    const day = new Date(now.getTime() - daysAgo * DAY).toISOString().slice(0, 10);
    return { number: index + 1, at: new Date(`${day}T10:00:00+08:00`), fate, corrected };
  });
}

/** The office's digests and what the meetings decide on them. */
@Injectable()
export class MeetingPlayer {
  constructor(
    private readonly digests: DigestsService,
    private readonly lists: DigestListsService,
    private readonly items: DigestItemsService,
    private readonly views: DigestViewsService,
    private readonly remarks: RemarksService,
    private readonly decisions: DecisionRecordingService,
    private readonly feedback: FeedbackSendingService,
  ) {}

  /** What happens to the digest of one meeting. */
  happenings(plan: MeetingPlan, community: Community): Happening[] {
    const dice = new Dice(plan.number * 1000);
    const digest = { id: '' };
    const begin = new Date(plan.at.getTime() - PREPARED_DAYS * DAY);
    const before = inTurn(begin, [
      [
        0,
        async () => {
          digest.id = await this.build(plan, community);
        },
      ],
      [30, () => this.submit(digest.id, community)],
      [40, () => this.remark(digest.id, community, dice)],
    ]);
    if (plan.fate === 'submitted') return before;
    const meeting = inTurn(plan.at, [
      [2, () => this.decide(digest.id, community, dice, plan.at)],
      [4, () => this.sign(digest.id, community)],
    ]);
    if (plan.fate === 'decided') return [...before, ...meeting];
    const told = inTurn(plan.at, [[24 * 3, () => this.tell(digest.id, community)]]);
    const corrected = inTurn(new Date(plan.at.getTime() + 25 * DAY), [
      [0, () => this.correct(digest.id, community)],
      [3, () => this.sign(digest.id, community)],
      [20, () => this.tell(digest.id, community)],
    ]);
    return [...before, ...meeting, ...told, ...(plan.corrected ? corrected : [])];
  }

  private async build({ number, at, fate }: MeetingPlan, { office }: Community): Promise<string> {
    const numeral = NUMERALS[number - 1] ?? '';
    const id = await this.digests.create(office, {
      meetingName: `政协第十届连心县委员会第${numeral}次主席会议`,
      meetingDate: new Date(at.getTime() + 8 * HOUR).toISOString().slice(0, 10),
    });
    const { items: waiting } = await this.lists.candidates({ limit: MOST_ITEMS });
    // For the meeting to come only the longest waiting are chosen so far.
    const items = fate === 'submitted' ? waiting.slice(0, Math.ceil(waiting.length / 2)) : waiting;
    if (items.length === 0) throw new Error(`meeting ${number} has nothing to talk about`);
    const { version } = await this.views.show(office, id);
    await this.items.add(office, id, { version, submissions: items.map(({ kind, id }) => ({ kind, id })) });
    await this.arrange(id, office);
    const built = await this.views.show(office, id);
    await this.digests.change(office, id, {
      version: built.version,
      preface: '现将近期收集的委员意见建议和界别集体声音汇总如下，请会议审议。',
    });
    return id;
  }

  /** Sector voices first, then opinions by theme. */
  private async arrange(id: string, office: Community['office']): Promise<void> {
    const { version, items } = await this.views.show(office, id);
    const titleOf = ({ submission }: DigestItemView) =>
      submission.kind === 'sector_voice' ? '界别集体声音' : OPINION_THEME_LABELS[submission.theme ?? 'other'];
    const sections = new Map<string, string[]>();
    for (const item of items) sections.set(titleOf(item), [...(sections.get(titleOf(item)) ?? []), item.id]);
    const ordered = [...sections].sort(([a], [b]) => Number(b === '界别集体声音') - Number(a === '界别集体声音'));
    await this.digests.arrange(office, id, {
      version,
      sections: ordered.map(([title, itemIds]) => ({ title, itemIds })),
    });
  }

  private async submit(id: string, { office }: Community): Promise<void> {
    const { version } = await this.views.show(office, id);
    await this.digests.submit(office, id, { version });
  }

  private async remark(id: string, { leader }: Community, dice: Dice): Promise<void> {
    const { items } = await this.views.show(leader, id);
    for (const item of items.filter(() => dice.chance(0.2))) {
      await this.remarks.write(leader, id, { itemId: item.id, text: dice.pick(REMARKS) });
    }
  }

  private async decide(id: string, { office }: Community, dice: Dice, meeting: Date): Promise<void> {
    const { items } = await this.views.show(office, id);
    for (const item of items) {
      const outcome = dice.pick<DecisionOutcome>([
        'adopted',
        'adopted',
        'adopted',
        'partly_adopted',
        'partly_adopted',
        'noted',
        'declined',
      ]);
      const taken = outcome === 'adopted' || outcome === 'partly_adopted';
      const use = taken ? dice.pick(USES) : null;
      const due = new Date(meeting.getTime() + dice.between(45, 90) * DAY).toISOString().slice(0, 10);
      await this.decisions.decide(office, id, item.id, {
        version: item.version,
        outcome,
        reason: dice.pick(REASONS[outcome]),
        use,
        ...(use === 'referral' && { responsibleBody: bodyOf(item), dueDate: due }),
      });
    }
  }

  private async sign(id: string, { leader }: Community): Promise<void> {
    const { version, allowedActions } = await this.views.show(leader, id);
    if (allowedActions.includes('sign_off')) await this.decisions.signOffAll(leader, id, { version });
  }

  private async tell(id: string, { office }: Community): Promise<void> {
    const { version, allowedActions } = await this.views.show(office, id);
    if (allowedActions.includes('send_feedback')) await this.feedback.send(office, id, { version });
  }

  /** What was declined first is adopted in part after all. */
  private async correct(id: string, { office }: Community): Promise<void> {
    const { items } = await this.views.show(office, id);
    const item = items.find(({ decision }) => decision?.outcome === 'declined') ?? items[0];
    if (!item) return;
    await this.decisions.correct(office, id, item.id, {
      version: item.version,
      outcome: 'partly_adopted',
      reason: '主管部门重新测算后认为可以先在一处试点，同意部分采纳。',
      use: 'referral',
      responsibleBody: bodyOf(item),
      dueDate: new Date(Date.parse(item.decision?.recordedAt ?? '') + 90 * DAY).toISOString().slice(0, 10),
      correctionReason: '会后主管部门补充了新情况。',
    });
  }
}

const BODIES = new Map(Object.values(MATTER_OPINIONS).map(({ title, body }) => [title, body]));

/** The body in whose field an item falls. */
function bodyOf({ submission }: DigestItemView): string {
  return BODIES.get(submission.title) ?? '县政府办公室';
}
