import {
  DECISION_OUTCOMES,
  DECISION_USES,
  FOLLOW_UP_STATUSES,
  LIMITS,
  OPINION_KINDS,
  textLength,
} from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import { type WordedDecision, wordDecisionRelay, wordFeedback, wordFollowUpRelay } from './outcome-wording.js';

const meeting = { meetingName: '第12次主席会议', meetingDate: '2026-11-30' };
const decision: WordedDecision = {
  outcome: 'partly_adopted',
  reason: '路灯维修今年安排一半，其余列入明年计划。',
  use: 'referral',
  responsibleBody: '县城管局',
  dueDate: '2027-03-01',
  correctionReason: null,
};
const source = { letterTitle: '路灯不亮了', opinionKind: 'information' as const, toldBefore: false };

describe('a ready-made relay of a decision', () => {
  it('names what was reported, the decision, the reason and what happens next', () => {
    expect(wordDecisionRelay(decision, meeting, source)).toBe(
      '您好！您在来信《路灯不亮了》里反映的事，我写成社情民意信息报给了县政协。\n' +
        '第12次主席会议（11月30日(周一)）研究过了：会议采纳了其中的一部分。\n' +
        '这样定的原因：路灯维修今年安排一半，其余列入明年计划。\n' +
        '接下来：由县城管局来办，2027年3月1日前要有结果。有了进展，我会再告诉您。\n' +
        '谢谢您把情况告诉我。还有什么想法，随时可以给我写信。',
    );
  });

  it('says that it replaces an earlier one when it corrects it', () => {
    const corrected = { ...decision, correctionReason: '期限写错了。' };
    const told = { ...source, toldBefore: true };
    expect(wordDecisionRelay(corrected, meeting, told)).toContain('之前告诉您的结果有更正，请以这一次为准。');
    expect(wordFeedback(corrected, meeting, { hasSources: true, corrects: true })).toContain(
      '此前反馈的结果有更正（期限写错了），请以本次为准。',
    );
  });

  it('speaks of no correction to those who were told nothing before', () => {
    const corrected = { ...decision, correctionReason: '期限写错了。' };
    expect(wordDecisionRelay(corrected, meeting, source)).not.toContain('更正');
    expect(wordFeedback(corrected, meeting, { hasSources: true, corrects: false })).not.toContain('更正');
  });

  it.each(DECISION_OUTCOMES.flatMap((outcome) => [null, ...DECISION_USES].map((use) => [outcome, use] as const)))(
    'is complete and within limits when %s and %s, however long the reason is',
    (outcome, use) => {
      for (const reason of ['好。', '很长的理由'.repeat(200), '𠮷'.repeat(1000)]) {
        for (const opinionKind of OPINION_KINDS) {
          const given = { ...decision, outcome, use, reason };
          const relay = wordDecisionRelay(given, meeting, {
            letterTitle: '长'.repeat(50),
            opinionKind,
            toldBefore: true,
          });
          const feedback = wordFeedback(given, meeting, { hasSources: true, corrects: true });
          expect(textLength(relay)).toBeLessThanOrEqual(LIMITS.relayText);
          expect(textLength(feedback)).toBeLessThanOrEqual(LIMITS.feedbackText);
          expect(relay.isWellFormed()).toBe(true);
          for (const text of [relay, feedback]) expect(text).not.toMatch(/undefined|null|。。|，，/);
          expect(relay.endsWith('还有什么想法，随时可以给我写信。')).toBe(true);
        }
      }
    },
  );
});

describe('the feedback to members', () => {
  it('gives outcome, use, body, date, reason and thanks, and speaks of relays only where there are sources', () => {
    const text = wordFeedback(decision, meeting, { hasSources: true, corrects: false });
    expect(text).toContain('结果：部分采纳，转交县城管局办理，2027年3月1日前办结。');
    expect(text).toContain('理由：路灯维修今年安排一半，其余列入明年计划。');
    expect(text).toContain('给来信群众的转告已经为您备好');
    expect(text).toContain('感谢');
    expect(wordFeedback(decision, meeting, { hasSources: false, corrects: false })).not.toContain('转告');
  });
});

describe('a relay of a follow-up', () => {
  it.each(FOLLOW_UP_STATUSES)('says in plain words that it is %s, within limits', (status) => {
    const text = wordFollowUpRelay({ status, text: '详情'.repeat(600) }, '县城管局', '路灯不亮了');
    expect(text).toContain('县城管局告诉我们：这件事');
    expect(textLength(text)).toBeLessThanOrEqual(LIMITS.relayText);
  });
});
