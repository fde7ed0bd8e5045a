import { LIMITS } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import {
  type DecisionValues,
  decisionBody,
  EMPTY_DECISION,
  nextUndecided,
  outcomeOfKey,
  problemsOfDecision,
  valuesOf,
} from './decision-form';

const referral: DecisionValues = {
  outcome: 'adopted',
  reason: '同意',
  use: 'referral',
  responsibleBody: '县住建局',
  dueDate: '2026-12-31',
  correctionReason: '',
};
const fieldsOf = (values: DecisionValues, correction = false) =>
  problemsOfDecision(values, correction).map(({ field }) => field);

describe('problemsOfDecision', () => {
  it.each<[string, DecisionValues, string[]]>([
    ['nothing filled in', EMPTY_DECISION, ['outcome', 'reason']],
    ['no reason', { ...referral, reason: '  ' }, ['reason']],
    ['an adopted one that becomes nothing', { ...referral, use: undefined }, ['use']],
    ['a referral to nobody', { ...referral, responsibleBody: '' }, ['responsibleBody']],
    ['a referral without a day', { ...referral, dueDate: '' }, ['dueDate']],
    ['a reason that is too long', { ...referral, reason: '长'.repeat(LIMITS.decisionReason + 1) }, ['reason']],
  ])('finds %s', (_what, values, fields) => {
    expect(fieldsOf(values)).toEqual(fields);
  });

  it.each<[string, DecisionValues]>([
    ['a referral with everything', referral],
    ['a proposal without a body', { ...referral, use: 'proposal', responsibleBody: '', dueDate: '' }],
    ['a declined one that becomes nothing', { ...EMPTY_DECISION, outcome: 'declined', reason: '不属于本县职权' }],
  ])('accepts %s', (_what, values) => {
    expect(fieldsOf(values)).toEqual([]);
  });

  it('asks a correction for its reason', () => {
    expect(fieldsOf(referral, true)).toEqual(['correctionReason']);
    expect(fieldsOf({ ...referral, correctionReason: '记录有误' }, true)).toEqual([]);
  });
});

describe('decisionBody', () => {
  it('sends only what belongs to the outcome', () => {
    expect(decisionBody({ ...referral, outcome: 'declined' })).toEqual({ outcome: 'declined', reason: '同意' });
    expect(decisionBody({ ...referral, outcome: 'adopted', reason: ' 同意 ' })).toEqual({
      outcome: 'adopted',
      reason: '同意',
      use: 'referral',
      responsibleBody: '县住建局',
      dueDate: '2026-12-31',
    });
  });
});

it('reads a recorded decision back into the form', () => {
  expect(valuesOf({ outcome: 'noted', reason: '参考', use: null })).toEqual({
    ...EMPTY_DECISION,
    outcome: 'noted',
    reason: '参考',
  });
  expect(valuesOf(undefined)).toBe(EMPTY_DECISION);
});

describe('keys', () => {
  it.each([
    ['1', 'adopted'],
    ['4', 'declined'],
    ['5', undefined],
    ['12', undefined],
    ['a', undefined],
  ])('%s stands for %s', (key, outcome) => {
    expect(outcomeOfKey(key)).toBe(outcome);
  });
});

describe('nextUndecided', () => {
  const items = [
    { id: 'a', decided: false },
    { id: 'b', decided: true },
    { id: 'c', decided: false },
  ];
  it.each([
    ['over decided ones', 'a', 'c'],
    ['round to the beginning', 'c', 'a'],
    ['from the beginning when none is chosen', undefined, 'a'],
  ])('goes %s', (_what, from, to) => {
    expect(nextUndecided(items, from)?.id).toBe(to);
  });

  it('ends when everything else is decided', () => {
    expect(nextUndecided([{ id: 'a', decided: false }], 'a')).toBeUndefined();
  });
});
