import { endOfChinaDay, OPINION_KIND_LABELS } from '@lianxin/shared';
import { spokenDay } from '../../mailbox/letter-wording.js';
import type { OpinionOfSource } from '../../opinions/submissions.service.js';
import type { JourneyEvent } from '../../platform/journey/journey-event.entity.js';
import { isDone, isTakenBack, type LetterMatter } from './letter-matters.js';
import { spokenDate, spokenDueDate } from './outcome-wording.js';
import type { Relay } from './relay.entity.js';
import { UNTOLD } from './relay-changes.js';
import { NO_DUE_DATE } from './responsible-item.entity.js';
import { isOpen } from './responsible-items.js';

/**
 * Who reads the way onward: the letter's writer, the member who drew the opinion, or a member to whom the letter was handed on since.
 * Only the member who drew it knows what the opinion is called.
 */
export type OnwardReader = 'writer' | 'author' | 'addressee';

/** How people are called in the sentences. */
interface Names {
  /** The member who drew the opinion and tells the outcome. */
  readonly member: string;
  readonly writer: string;
}

function namesFor(reader: OnwardReader, memberName: string): Names {
  return { member: reader === 'author' ? '您' : `${memberName}委员`, writer: reader === 'writer' ? '您' : '来信人' };
}

/** Where a matter stands, in sentences. */
export interface WordedStanding {
  readonly now: string;
  readonly next: string | null;
  readonly nextBy: Date | null;
}

const standing = (now: string, next: string | null = null, nextBy: Date | null = null): WordedStanding => ({
  now,
  next,
  nextBy,
});

/** The title of a matter. */
export function titleOf({ opinions: [opinion] }: Pick<LetterMatter, 'opinions'>, reader: OnwardReader): string {
  const kind = OPINION_KIND_LABELS[opinion.kind];
  if (reader === 'author') return `${kind}《${opinion.title}》`;
  return opinion.reference ? `写成了${kind}，编号：${opinion.reference}` : `写成了${kind}`;
}

type StepWords = (names: Names, opinion: OpinionOfSource, isFirst: boolean) => string;

/** The steps that are shown, in the words of a letter's reader. What a desk wrote to the member is not repeated. */
const STEPS: Record<string, StepWords> = {
  opinion_submitted: ({ member, writer }, { kind }, isFirst) =>
    isFirst
      ? `${member}把${writer}反映的事写成${OPINION_KIND_LABELS[kind]}，交给了县政协`
      : `${member}补充以后，又交了一次`,
  opinion_returned: ({ member }) => `县政协请${member}再补充一些情况`,
  opinion_accepted: (_, { reference }) => `县政协收下了${reference ? `，编号：${reference}` : ''}`,
  opinion_passed_on: () => '转到了更合适的部门',
  opinion_merged: () => '和其他人反映的同类事情合在一起往上报',
  opinion_split: () => '改为单独往上报',
  opinion_listed: () => '列入了主席会议要研究的事',
  opinion_decided: () => '主席会议研究过了',
  opinion_fed_back: ({ member }) => `研究的结果已经告诉${member}`,
  opinion_withdrawn: ({ member }) => `${member}把这份意见收回了`,
};

/** A step without texts and photos. */
export interface WordedStep {
  readonly type: string;
  readonly at: Date;
  readonly title: string;
}

/** The steps of the first opinion of a matter. What was put on a digest and taken off again is left out. */
export function stepsOf(
  { opinions: [opinion] }: Pick<LetterMatter, 'opinions'>,
  events: readonly JourneyEvent[],
  reader: OnwardReader,
  memberName: string,
): WordedStep[] {
  const names = namesFor(reader, memberName);
  const own = events.filter(({ subjectId }) => subjectId === opinion.id);
  const lastTakenOff = own.findLastIndex(({ type }) => type === 'opinion_unlisted');
  let submitted = false;
  return own.flatMap(({ type, at }, index): WordedStep[] => {
    const words = STEPS[type];
    if (!words || (type === 'opinion_listed' && index < lastTakenOff)) return [];
    const isFirst = !submitted;
    submitted ||= type === 'opinion_submitted';
    return [{ type, at, title: words(names, opinion, isFirst) }];
  });
}

/** The title of the step at which the member told. */
export function relayTitle({ purpose }: Pick<Relay, 'purpose'>, reader: OnwardReader, memberName: string): string {
  const { member, writer } = namesFor(reader, memberName);
  return purpose === 'decision' ? `${member}把研究的结果告诉了${writer}` : `${member}告诉${writer}办理的进展`;
}

/** Who has it now, what happens next and by when. Names no outcome, and no body before the writer was told of it. */
export function standingOf(
  matter: LetterMatter,
  { reader, memberName, now }: { reader: OnwardReader; memberName: string; now: Date },
): WordedStanding {
  const names = namesFor(reader, memberName);
  if (isTakenBack(matter)) return standing(`${names.member}把这份意见收回了，没有往上报。`);
  if (matter.decision?.fedBackAt) return afterFeedback(matter, names, now);
  if (matter.relays.length > 0) {
    return standing('县政协正在核对研究的结果。', `核对好以后，${names.member}会告诉${names.writer}。`);
  }
  return beforeFeedback(matter, names, now);
}

function beforeFeedback({ opinions, item }: LetterMatter, { member, writer }: Names, now: Date): WordedStanding {
  const opinion = opinions.find(({ state }) => state !== 'withdrawn') ?? opinions[0];
  const meetingDay = item && endOfChinaDay(item.meetingDate);
  switch (opinion.state) {
    case 'submitted':
      return opinion.intakeDue && opinion.intakeDue >= now
        ? standing('县政协正在看这份意见。', `${spokenDay(opinion.intakeDue)}前会有回音。`, opinion.intakeDue)
        : standing('县政协正在看这份意见。', '看过以后会有回音。');
    case 'returned':
      return standing(`${member}正在补充情况。`, '补充好以后再交给县政协。');
    case 'listed':
      if (!item || !meetingDay || item.digestState === 'draft') {
        return standing('县政协正在准备主席会议的材料。', '接下来由主席会议研究。');
      }
      return meetingDay >= now
        ? standing('已经报给主席会议。', `${item.meetingName}${spokenDate(item.meetingDate)}研究。`, meetingDay)
        : standing('主席会议正在研究。', `有了结果，${member}会告诉${writer}。`);
    case 'decided':
    case 'fed_back':
    case 'relayed':
      return item?.feedbackDue && item.feedbackDue >= now
        ? standing(
            '主席会议研究过了。',
            `县政协${spokenDay(item.feedbackDue)}前把结果告诉${member}，再由${member}告诉${writer}。`,
            item.feedbackDue,
          )
        : standing('主席会议研究过了。', `县政协把结果告诉${member}以后，${member}会告诉${writer}。`);
    default:
      return standing('县政协已经收下，等着报给主席会议。', '接下来列入主席会议要研究的事。');
  }
}

function afterFeedback(matter: LetterMatter, { member, writer }: Names, now: Date): WordedStanding {
  const { relays, responsible } = matter;
  const untold = relays.find(({ state }) => UNTOLD.includes(state));
  if (untold) {
    const what = untold.purpose === 'decision' ? '研究的结果' : '办理的进展';
    if (untold.state === 'checking') return standing(`${member}已经写好了${what}，正在核对文字。`, '核对好马上送到。');
    return untold.due < now
      ? standing(
          `${what}已经告诉${member}。`,
          `${member}应在${spokenDay(untold.due)}前告诉${writer}，现在晚了，委员工作委员会正在催。`,
        )
      : standing(`${what}已经告诉${member}。`, `${member}会在${spokenDay(untold.due)}前告诉${writer}。`, untold.due);
  }
  if (responsible && isOpen(responsible)) {
    const { responsibleBody, status, dueDate } = responsible;
    const doing = status === 'in_hand' ? `${responsibleBody}正在办。` : `已经交给${responsibleBody}，还没有开始办。`;
    if (dueDate === NO_DUE_DATE) return standing(doing, `有了进展，${member}会告诉${writer}。`);
    const due = endOfChinaDay(dueDate);
    return due < now
      ? standing(doing, `原定${spokenDueDate(dueDate)}前办好，现在晚了，县政协正在催。`)
      : standing(doing, `${spokenDueDate(dueDate)}前要有结果。`, due);
  }
  return standing(isDone(matter) ? `这件事已经办完，结果已经告诉${writer}了。` : '这件事已经有了结果。');
}
