import {
  DECISION_OUTCOME_LABELS,
  DECISION_USE_LABELS,
  type DecisionOutcome,
  endOfChinaDay,
  FOLLOW_UP_STATUS_LABELS,
  type FollowUpStatus,
  LIMITS,
  OPINION_KIND_LABELS,
  type OpinionKind,
  textLength,
} from '@lianxin/shared';
import { spokenDay } from '../../mailbox/letter-wording.js';
import type { Decision } from '../decision.entity.js';

/** What the words to a decision need of it. */
export type WordedDecision = Pick<
  Decision,
  'outcome' | 'reason' | 'use' | 'responsibleBody' | 'dueDate' | 'correctionReason'
>;

/** The meeting that decided. */
export interface Meeting {
  readonly meetingName: string;
  /** `YYYY-MM-DD`. */
  readonly meetingDate: string;
}

/** What the words of a relay need of the letter that they go into. */
export interface RelaySource {
  readonly letterTitle: string;
  readonly opinionKind: OpinionKind;
  /** Its writer was told of an earlier decision on the same thing. */
  readonly toldBefore: boolean;
}

/** The outcome as one would say it at the door. */
const OUTCOME_SENTENCES: Record<DecisionOutcome, string> = {
  adopted: '会议采纳了这条建议',
  partly_adopted: '会议采纳了其中的一部分',
  noted: '会议把这条意见留下来作参考，这次没有单独安排办理',
  declined: '会议这次没有采纳',
};

const STATUS_SENTENCES: Record<FollowUpStatus, string> = {
  not_started: '还没有开始办',
  in_hand: '正在办',
  done: '已经办好了',
  cannot_be_done: '办不了',
};

const STATUS_CLOSINGS: Record<FollowUpStatus, string> = {
  not_started: '一有新的情况，我马上告诉您。',
  in_hand: '一有新的情况，我马上告诉您。',
  done: '谢谢您一直惦记着这件事。如果实际情况不是这样，请写信告诉我。',
  cannot_be_done: '这件事没能办成，请您谅解。还有什么想法，随时可以给我写信。',
};

/** A calendar day as people say it, without the year: 11月30日(周一). */
export function spokenDate(day: string): string {
  return spokenDay(endOfChinaDay(day));
}

/** A day in the future, with its year: 2027年3月1日. */
export function spokenDueDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${year}年${month}月${date}日`;
}

/** A text of people as the middle of a sentence: without the full stop at its end. */
function bare(text: string): string {
  return text.trim().replace(/[。；;.\s]+$/u, '');
}

/** Puts a text of people between fixed words, shortened where the whole would be longer than `limit` characters. */
function within(limit: number, before: string, middle: string, after: string): string {
  const room = limit - textLength(before) - textLength(after);
  const characters = [...middle];
  const shown = characters.length <= room ? middle : `${characters.slice(0, Math.max(0, room - 2)).join('')}……`;
  return `${before}${shown}${after}`;
}

/** What happens with it now, to a constituent. */
function nextOf({ outcome, use, responsibleBody, dueDate }: WordedDecision): string {
  const by = dueDate ? `，${spokenDueDate(dueDate)}前要有结果` : '';
  const body = responsibleBody ? `由${responsibleBody}来办${by}。有了进展，我会再告诉您` : '';
  if (use && use !== 'referral') {
    return `这件事会作为“${DECISION_USE_LABELS[use]}”继续推动${body ? `，${body}` : ''}`;
  }
  if (body) return body;
  if (outcome === 'noted') return '政协会留着这条意见，以后研究同类问题时一起考虑';
  if (outcome === 'declined') return '这件事先办到这里。以后情况有变化，您可以再写信告诉我';
  return '政协会继续关注这件事';
}

/**
 * The ready-made words of the feedback to the members behind an item. They name no title: those behind it each have their own.
 * `corrects`: the members were told of an earlier decision.
 */
export function wordFeedback(
  decision: WordedDecision,
  meeting: Meeting,
  { hasSources, corrects }: { readonly hasSources: boolean; readonly corrects: boolean },
): string {
  const { outcome, use, responsibleBody, dueDate } = decision;
  const result = [
    DECISION_OUTCOME_LABELS[outcome],
    use && use !== 'referral' ? `转为${DECISION_USE_LABELS[use]}` : '',
    responsibleBody ? `${use === 'referral' ? '转交' : '由'}${responsibleBody}办理` : '',
    dueDate ? `${spokenDueDate(dueDate)}前办结` : '',
  ]
    .filter(Boolean)
    .join('，');
  const why = decision.correctionReason ? `（${bare(decision.correctionReason)}）` : '';
  const correction = corrects ? `此前反馈的结果有更正${why}，请以本次为准。\n` : '';
  const before = `委员您好！${correction}您参与反映的意见，${meeting.meetingName}（${spokenDate(meeting.meetingDate)}）已经研究。\n结果：${result}。\n理由：`;
  const relay = hasSources ? '给来信群众的转告已经为您备好，请您看过以后发出。\n' : '';
  return within(LIMITS.feedbackText, before, bare(decision.reason), `。\n${relay}感谢您倾听群众的声音，如实反映情况。`);
}

/** The ready-made words of a relay of a decision: what was reported, the decision, the reason, what happens next. */
export function wordDecisionRelay(decision: WordedDecision, meeting: Meeting, source: RelaySource): string {
  const correction = source.toldBefore ? '之前告诉您的结果有更正，请以这一次为准。\n' : '';
  const before = `您好！${correction}您在来信《${source.letterTitle}》里反映的事，我写成${OPINION_KIND_LABELS[source.opinionKind]}报给了县政协。\n${meeting.meetingName}（${spokenDate(meeting.meetingDate)}）研究过了：${OUTCOME_SENTENCES[decision.outcome]}。\n这样定的原因：`;
  const after = `。\n接下来：${nextOf(decision)}。\n谢谢您把情况告诉我。还有什么想法，随时可以给我写信。`;
  return within(LIMITS.relayText, before, bare(decision.reason), after);
}

/** The ready-made words of a relay of a follow-up. */
export function wordFollowUpRelay(
  followUp: { readonly status: FollowUpStatus; readonly text: string },
  responsibleBody: string,
  letterTitle: string,
): string {
  const before = `您好！您在来信《${letterTitle}》里反映的事，有了新进展。\n${responsibleBody}告诉我们：这件事${STATUS_SENTENCES[followUp.status]}。\n具体情况：`;
  return within(LIMITS.relayText, before, bare(followUp.text), `。\n${STATUS_CLOSINGS[followUp.status]}`);
}

/** The status of a follow-up for a title: 办理进展：已办结. */
export function followUpTitle(status: FollowUpStatus): string {
  return `办理进展：${FOLLOW_UP_STATUS_LABELS[status]}`;
}
