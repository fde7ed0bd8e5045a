import { OPINION_DESK_LABELS, type OpinionState } from '@lianxin/shared';
import { spokenDay } from '../mailbox/letter-wording.js';
import type { JourneyEvent } from '../platform/journey/journey-event.entity.js';
import type { Opinion } from './opinion.entity.js';
import type { OpinionViewer } from './opinions.policy.js';

/** An opinion as sentences speak of it. `deskName` names the desk that has it. */
export interface SpokenOpinion extends Pick<Opinion, 'state' | 'intakeDue' | 'mergedIntoKind' | 'reference'> {
  readonly deskName: string;
  /** Members asked to sign who have not answered. */
  readonly cosignPending: number;
  /** The number of what it was merged under, once there is one. */
  readonly mergedIntoReference: string | null;
}

type Sentence = (opinion: SpokenOpinion, now: Date) => string;

const waiting = (count: number) => `还有 ${count} 位委员没有确认联名`;
const mergedUnder = ({ mergedIntoKind, mergedIntoReference }: SpokenOpinion) =>
  `${mergedIntoKind === 'sector_voice' ? '界别集体声音' : '另一条意见建议'}${mergedIntoReference ? `（${mergedIntoReference}）` : ''}`;

/** What happens next, as author and co-signers read it. One sentence for each state. */
const MEMBER_SENTENCES: Record<OpinionState, Sentence> = {
  draft: ({ cosignPending, deskName }) =>
    cosignPending > 0 ? `${waiting(cosignPending)}，全部答复后才能提交。` : `写好后提交给${deskName}。`,
  submitted: ({ deskName, intakeDue }, now) =>
    !intakeDue
      ? `请等待${deskName}处理。`
      : intakeDue < now
        ? `${deskName}应在${spokenDay(intakeDue)}前答复，现已超期。`
        : `${deskName}会在${spokenDay(intakeDue)}前采集或退回。`,
  returned: ({ cosignPending, deskName }) =>
    cosignPending > 0
      ? `修改后请等联名委员重新确认：${waiting(cosignPending)}。`
      : `请按${deskName}的意见修改，然后再次提交。`,
  accepted: () => '已采集，等待列入主席会议汇总。',
  merged: (opinion) => `已并入${mergedUnder(opinion)}，结果会同样反馈给您。`,
  listed: () => '已列入主席会议汇总，等待会议决定。',
  decided: () => '主席会议已有决定，办公室会把采纳情况反馈给您。',
  fed_back: () => '采纳情况已反馈，请转告提供来信的群众。',
  relayed: () => '结果已转告群众，这件事有了回音。',
  withdrawn: () => '已撤回。',
};

/** What happens next, as desks and leaders read it. */
const DESK_SENTENCES: Record<OpinionState, Sentence> = {
  ...MEMBER_SENTENCES,
  submitted: ({ intakeDue }, now) =>
    intakeDue
      ? `请在${spokenDay(intakeDue)}前采集或退回${intakeDue < now ? '，现已超期' : ''}。`
      : '请采集、退回或转给合适的单位。',
  accepted: () => '已采集，可以列入主席会议汇总，也可以与相近的意见合并。',
  merged: (opinion) => `已并入${mergedUnder(opinion)}。`,
  decided: () => '主席会议已有决定，等待反馈委员。',
  fed_back: () => '已反馈委员，等待委员转告群众。',
  relayed: () => '已反馈委员，也已转告群众。',
};

/** What happens next and by when, in the words of who looks. */
export function nextStepOf(opinion: SpokenOpinion, viewers: readonly OpinionViewer[], now: Date): string {
  const member = viewers.includes('author') || viewers.includes('cosigner');
  return (member ? MEMBER_SENTENCES : DESK_SENTENCES)[opinion.state](opinion, now);
}

const STEP_TITLES: Record<string, string> = {
  opinion_begun: '委员开始起草',
  opinion_cosigned: '一位委员确认联名',
  opinion_cosign_declined: '一位委员没有参加联名',
  opinion_submitted: '委员提交了意见建议',
  opinion_returned: '退回修改',
  opinion_passed_on: '转给其他单位处理',
  opinion_accepted: '已采集',
  opinion_merged: '与相近的意见合并',
  opinion_split: '从合并中分出',
  opinion_listed: '列入主席会议汇总',
  opinion_unlisted: '从汇总中撤下',
  opinion_reported: '报送主席会议',
  opinion_report_recalled: '汇总收回修改',
  opinion_decided: '主席会议作出决定',
  opinion_fed_back: '采纳情况已反馈委员',
  opinion_relayed: '结果已转告群众',
  opinion_withdrawn: '委员撤回了意见建议',
  opinion_recognised: '上级采用或领导批示',
};

/** True when a step is told to those who may see the opinion. */
export function isShownStep(type: string): boolean {
  return type in STEP_TITLES;
}

/** What happened last, for somebody who was about to do something else. */
export function wordLatest(event: JourneyEvent | undefined): string | undefined {
  return event && STEP_TITLES[event.type] && `刚刚有了新进展（${STEP_TITLES[event.type]}）`;
}

/** A journey step's title and the detail that its facts hold. */
export function wordStep(event: JourneyEvent): { title: string; detail: string | null } {
  const { reason, reference, deskName, intoReference, recognition, memberName } = event.facts;
  const parts = [reference, memberName, deskName, intoReference, recognition, reason];
  const detail = parts.filter((part): part is string => typeof part === 'string' && part !== '').join('；');
  return { title: STEP_TITLES[event.type] ?? '有了新进展', detail: detail || null };
}

/** The name of a desk: 政协办公室, or the sector's group, or the committee. `unitName` is empty for the office. */
export function deskNameOf(desk: Opinion['desk'], unitName: string): string {
  if (desk === 'sector_group') return `${unitName}${OPINION_DESK_LABELS.sector_group}`;
  return desk === 'special_committee' && unitName ? unitName : OPINION_DESK_LABELS[desk];
}
