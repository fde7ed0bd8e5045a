import type { Dice } from './dice.js';
import type { Matter } from './matters.js';

/** Who does a step. `neighbour` is the member to whom the letter was transferred. */
export type Doer = 'writer' | 'member' | 'neighbour' | 'office' | 'affairs';

/** Something somebody does with a letter. */
export type Deed =
  | { readonly do: 'open' | 'read' | 'withdraw' | 'remind' }
  | { readonly do: 'answer' | 'follow_up'; readonly text: string; readonly photos?: number }
  | { readonly do: 'close'; readonly stars?: number; readonly words?: string }
  | { readonly do: 'rate'; readonly stars: number; readonly words?: string }
  | { readonly do: 'reopen' | 'return' | 'transfer' | 'report' | 'appeal' | 'note'; readonly text: string }
  | { readonly do: 'refer'; readonly text: string; readonly channel: string }
  | { readonly do: 'snooze'; readonly days: number }
  | { readonly do: 'decide'; readonly pass: boolean; readonly reason: string };

/** A deed and how many hours after the one before it comes. */
export type Step = { readonly by: Doer; readonly after: number } & Deed;

/** What may become of a letter. */
export const PLOTS = [
  'waiting',
  'opened',
  'snoozed',
  'ignored',
  'answered',
  'followed_up',
  'closed',
  'conversation',
  'left_to_close',
  'reopened',
  'transferred',
  'referred',
  'returned',
  'withdrawn',
  'withheld',
  'appealed',
  'appeal_upheld',
  'under_review',
  'reviewed',
  'answer_withheld',
  'reported',
] as const;
export type Plot = (typeof PLOTS)[number];

/** The stand-in for WeChat withholds texts with the first word and leaves those with the second to the office. */
const WITHHELD_WORD = '（演示广告词）';
const DOUBTFUL_WORD = '（演示待审词）';

const PRAISE = [
  '回复很及时，问题解决了，谢谢委员！',
  '跑了好几趟，真是为我们办实事。',
  '说得很清楚，心里有底了。',
  '比打电话管用，给委员点赞。',
];
const MIXED = ['解决了一部分，希望继续关注。', '回复有点慢，不过最后办好了。', '态度很好，结果一般。'];

/** What the plot puts behind the letter's text so that the content check comes out as the plot needs it. */
export function markOf(plot: Plot): string {
  if (plot === 'withheld' || plot === 'appealed' || plot === 'appeal_upheld')
    return `另外推荐大家来我店里看看${WITHHELD_WORD}。`;
  if (plot === 'under_review' || plot === 'reviewed') return `有人说是某某的责任${DOUBTFUL_WORD}。`;
  return '';
}

function stars(dice: Dice): number {
  return dice.pick([5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1]);
}

function closing(dice: Dice, by: Doer = 'writer'): Step {
  const given = stars(dice);
  const words = dice.chance(0.6) ? dice.pick(given >= 4 ? PRAISE : MIXED) : undefined;
  return { by, after: dice.between(6, 90), do: 'close', stars: given, ...(words && { words }) };
}

/** What happens to a letter of a plot after it was sent, in order. */
export function stepsOf(plot: Plot, matter: Matter, dice: Dice): Step[] {
  const opening: Step = { by: 'member', after: dice.between(1, 26), do: 'open' };
  const answer: Step = {
    by: 'member',
    after: dice.between(2, 52),
    do: 'answer',
    text: matter.answer,
    ...(dice.chance(0.15) && { photos: 1 }),
  };
  const reading: Step = { by: 'writer', after: dice.between(1, 20), do: 'read' };
  const followUp: Step = { by: 'writer', after: dice.between(4, 60), do: 'follow_up', text: matter.followUp };
  const secondReading: Step = { by: 'member', after: dice.between(1, 10), do: 'read' };
  const secondAnswer: Step = { by: 'member', after: dice.between(3, 40), do: 'answer', text: matter.secondAnswer };
  const answered = [opening, answer, reading];
  const conversation = [...answered, followUp, secondReading, secondAnswer, { ...reading, after: 5 }];

  switch (plot) {
    case 'waiting':
    case 'under_review':
      return [];
    case 'opened':
      return [opening, { by: 'member', after: 1, do: 'note', text: '先问问主管部门，周五前答复。' }];
    case 'snoozed':
      return [opening, { by: 'member', after: 2, do: 'snooze', days: dice.between(4, 12) }];
    case 'ignored':
      return [...(dice.chance(0.6) ? [opening] : []), { by: 'affairs', after: 24 * dice.between(9, 12), do: 'remind' }];
    case 'answered':
      return [opening, answer];
    case 'followed_up':
      return [...answered, followUp];
    case 'closed':
      return [...answered, closing(dice)];
    case 'conversation':
      return [...conversation, closing(dice)];
    case 'left_to_close':
      return dice.chance(0.4)
        ? [...answered, { by: 'writer', after: 24 * 26, do: 'rate', stars: stars(dice) }]
        : answered;
    case 'reopened':
      return [
        ...answered,
        { by: 'writer', after: 30, do: 'close', stars: 3, words: '先办结，看看效果。' },
        {
          by: 'writer',
          after: 24 * dice.between(3, 15),
          do: 'reopen',
          text: `过了些日子又和从前一样了。${matter.followUp}`,
        },
        secondReading,
        secondAnswer,
        { by: 'writer', after: 40, do: 'close' },
      ];
    case 'transferred':
      return [
        opening,
        { by: 'member', after: 5, do: 'transfer', text: '这件事另一位委员更熟悉，也在附近工作，请他帮您办得更快。' },
        { ...opening, by: 'neighbour' },
        { ...answer, by: 'neighbour' },
        reading,
        closing(dice),
      ];
    case 'referred':
      return [
        opening,
        {
          by: 'member',
          after: 6,
          do: 'refer',
          channel: matter.channel,
          text: '这件事有专门的部门受理，打这个电话会更快，办结后他们会回访您。',
        },
        reading,
      ];
    case 'returned':
      return [
        opening,
        {
          by: 'member',
          after: 9,
          do: 'return',
          text: '来信里没有写清楚具体地点和时间，暂时没法去核实。请补充后再写一封，我会马上跟进。',
        },
        reading,
      ];
    case 'withdrawn':
      return [{ by: 'writer', after: dice.between(1, 15), do: 'withdraw' }];
    case 'withheld':
      return [reading];
    case 'appealed':
      return [
        reading,
        { by: 'writer', after: 3, do: 'appeal', text: '这只是顺带提一句，不是做广告，请再看看。' },
        { by: 'office', after: 20, do: 'decide', pass: false, reason: '来信夹带店铺推广，请删去后重新写一封。' },
      ];
    case 'appeal_upheld':
      return [
        reading,
        { by: 'writer', after: 2, do: 'appeal', text: '我反映的是真实情况，请人工看一下。' },
        { by: 'office', after: 12, do: 'decide', pass: true, reason: '内容属于正常反映情况，予以恢复。' },
        ...answered,
        closing(dice),
      ];
    case 'reviewed':
      return [{ by: 'office', after: 4, do: 'decide', pass: true, reason: '未发现问题。' }, ...answered, closing(dice)];
    case 'answer_withheld':
      return [
        opening,
        { by: 'member', after: 10, do: 'answer', text: `${matter.answer}附近新开的门店也可以去${WITHHELD_WORD}。` },
        { by: 'member', after: 4, do: 'answer', text: matter.answer },
        reading,
        closing(dice),
      ];
    case 'reported':
      return [
        opening,
        { by: 'member', after: 2, do: 'report', text: '来信后半部分有对他人的无端指责，请办公室看一看。' },
        { by: 'office', after: 18, do: 'decide', pass: true, reason: '措辞激动，但没有违反规则，请按程序办理。' },
        answer,
        reading,
        closing(dice),
      ];
  }
}
