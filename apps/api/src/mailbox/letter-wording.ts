import { chinaDay, type LetterState, toChinaIso } from '@lianxin/shared';
import type { JourneyEvent } from '../platform/journey/journey-event.entity.js';
import type { Letter } from './letter.entity.js';
import type { LetterMessage } from './letter-message.entity.js';
import type { LetterViewer } from './letters.views.js';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** A day as people say it: 11月30日(周一). */
export function spokenDay(instant: Date): string {
  const [year, month, day] = chinaDay(instant).split('-').map(Number) as [number, number, number];
  return `${month}月${day}日(周${WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]})`;
}

/** A minute not before an instant, as people say it: 11月30日(周一)14:05. */
export function spokenMinute(instant: Date): string {
  const minute = new Date(Math.ceil(instant.getTime() / 60_000) * 60_000);
  return `${spokenDay(minute)}${toChinaIso(minute).slice(11, 16)}`;
}

type Sentence = (letter: Letter, memberName: string, now: Date) => string;

const waiting: Sentence = ({ due }, name, now) =>
  !due
    ? `请等待${name}委员答复。`
    : due < now
      ? `${name}委员应在${spokenDay(due)}前答复，现已超期，委员工作委员会正在督促。`
      : `${name}委员会在${spokenDay(due)}前答复您。`;

/** What happens next and by when, as the writer reads it. One sentence for each state. */
const WRITER_SENTENCES: Record<LetterState, Sentence> = {
  screening: (_, name) => `正在核对来信内容，通过后马上送给${name}委员，请放心等待。`,
  withheld: () => '这封来信没有通过内容审核，没有送出。您可以查看原因，也可以请政协办公室复核。',
  delivered: waiting,
  opened: waiting,
  answered: ({ closingDue }) =>
    `委员已经答复。您可以追问，也可以评价并办结${closingDue ? `；${spokenDay(closingDue)}前没有新消息会自动办结` : ''}。`,
  closed: ({ rating }) => (rating === null ? '这封来信已办结，欢迎您作个评价。' : '这封来信已办结，感谢您的评价。'),
  referred: ({ referral }) =>
    `这件事请找${referral?.channelName ?? '所示渠道'}，联系方式：${referral?.contact ?? '见下方'}。`,
  returned: () => '委员退回了这封来信，请看说明；补充后可以重新写信。',
  withdrawn: () => '您已撤回这封来信，委员不会再看到。',
};

/** What happens next, as the addressee or the office reads it. */
const DESK_SENTENCES: Record<LetterState, Sentence> = {
  screening: () => '正在审核内容。',
  withheld: () => '未通过审核，没有送出。',
  delivered: ({ due }, _, now) => (due ? `请在${spokenDay(due)}前答复${due < now ? '，现已超期' : ''}。` : '请答复。'),
  opened: ({ due }, _, now) => (due ? `请在${spokenDay(due)}前答复${due < now ? '，现已超期' : ''}。` : '请答复。'),
  answered: ({ closingDue }) => (closingDue ? `已答复，${spokenDay(closingDue)}前没有新消息会自动办结。` : '已答复。'),
  closed: ({ rating }) => (rating === null ? '已办结，群众尚未评价。' : `已办结，群众评了 ${rating} 星。`),
  referred: ({ referral }) => `已请群众找${referral?.channelName ?? '其他渠道'}。`,
  returned: () => '已退回给群众。',
  withdrawn: () => '群众已撤回。',
};

/** What happens next and by when, in the words of who looks. */
export function nextStepOf(letter: Letter, memberName: string, viewer: LetterViewer, now: Date): string {
  const sentences = viewer === 'writer' ? WRITER_SENTENCES : DESK_SENTENCES;
  return sentences[letter.state](letter, memberName, now);
}

const STEP_TITLES: Record<string, string> = {
  letter_sent: '写信人寄出来信',
  letter_delivered: '来信已送达委员',
  letter_withheld: '来信未通过审核',
  letter_opened: '委员打开了来信',
  letter_answered: '委员作了答复',
  letter_followed_up: '写信人追问',
  letter_transferred: '来信转给了另一位委员',
  letter_referred: '委员指明了办理渠道',
  letter_returned: '委员退回来信',
  letter_reminded: '政协督促委员答复',
  letter_overdue: '答复超期，已报委员工作委员会',
  letter_withdrawn: '写信人撤回来信',
  letter_closed: '来信办结',
  letter_rated: '写信人作了评价',
  letter_relayed: '委员转告了办理结果',
  letter_heard: '写信人说了感受',
  letter_reopened: '写信人重新打开来信',
  appeal_made: '提出复核申请',
  appeal_upheld: '复核通过，内容已恢复',
  appeal_rejected: '复核后维持原审核结果',
};

/** Steps that only the office's side needs to know of, and the sending of a relay, which is shown once it has arrived. */
const DESK_ONLY = new Set(['letter_snoozed', 'letter_noted', 'letter_reported', 'letter_relay_sent']);

/** True when a step is shown to writer and addressee. */
export function isShownStep(type: string): boolean {
  return !DESK_ONLY.has(type);
}

/** What happened last, for somebody who was about to do something else: a message under way, or else the last step. */
export function wordLatest(event: JourneyEvent | undefined, underWay: LetterMessage | undefined): string | undefined {
  if (underWay)
    return underWay.author === 'writer' ? '写信人刚刚又写了话，正在审核' : '委员刚刚提交了处理意见，正在审核';
  return event && STEP_TITLES[event.type] && `刚刚有了新进展（${STEP_TITLES[event.type]}）`;
}

/** A journey step's title and the detail that its facts hold. */
export function wordStep(event: JourneyEvent): { title: string; detail: string | null } {
  const { reason, toMemberName, channelName, stars } = event.facts as Record<string, unknown>;
  const parts = [
    typeof toMemberName === 'string' ? `转给${toMemberName}委员` : '',
    typeof channelName === 'string' ? `请找${channelName}` : '',
    typeof stars === 'number' ? `${stars} 星` : '',
    typeof reason === 'string' ? reason : '',
  ].filter(Boolean);
  return { title: STEP_TITLES[event.type] ?? '来信有了新进展', detail: parts.join('；') || null };
}
