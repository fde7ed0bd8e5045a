import { describe, expect, it } from 'vitest';
import { journeySteps } from './journey';

const journey = [
  { id: '1', type: 'letter_sent', title: '寄出', detail: null, at: '2026-03-01T08:00:00.000+08:00' },
  { id: '2', type: 'letter_referred', title: '转其他渠道', detail: '请找 12345', at: '2026-03-02T08:00:00.000+08:00' },
];

describe('the journey of a letter', () => {
  it('ends with what comes next while something is to come', () => {
    const steps = journeySteps({ journey, state: 'delivered', nextStep: '3 月 6 日前答复' });
    expect(steps.map((step) => [step.title, step.at !== undefined])).toEqual([
      ['寄出', true],
      ['转其他渠道', true],
      ['3 月 6 日前答复', false],
    ]);
  });

  it.each(['closed', 'referred', 'returned', 'withdrawn'] as const)('promises nothing once it is %s', (state) => {
    expect(journeySteps({ journey, state, nextStep: '…' })).toHaveLength(2);
  });

  it('says the detail of a step where there is one', () => {
    const steps = journeySteps({ journey, state: 'closed', nextStep: '' });
    expect(steps.map((step) => step.text)).toEqual([undefined, '请找 12345']);
  });
});
