import { describe, expect, it } from 'vitest';
import { subscribeData, subscribePage } from './subscribe-templates.js';

const KEYS = 'character_string1,thing2,time3,thing4';
const content = {
  reference: '来信 2026-000123',
  subject: '路灯坏了',
  hint: '您的来信有了回复',
  at: new Date('2026-03-01T00:05:00Z'),
};

describe('the fields of a subscribe message', () => {
  it('hold number, title, time in Asia/Shanghai and hint', () => {
    expect(subscribeData(KEYS, content)).toEqual({
      character_string1: '2026-000123',
      thing2: '路灯坏了',
      time3: '2026年3月1日 08:05',
      thing4: '您的来信有了回复',
    });
  });

  it('have the keys that the settings name', () => {
    expect(Object.keys(subscribeData('character_string5,thing7,time1,thing9', content))).toEqual([
      'character_string5',
      'thing7',
      'time1',
      'thing9',
    ]);
  });

  it.each([
    ['字'.repeat(20), '字'.repeat(20)],
    ['字'.repeat(21), `${'字'.repeat(19)}…`],
    [`${'字'.repeat(18)}𠮷𠮷`, `${'字'.repeat(18)}…`],
    ['一\n二\t三  四', '一 二 三 四'],
  ])('keep to 20 characters: %j', (subject, shown) => {
    expect(subscribeData(KEYS, { ...content, subject }).thing2).toBe(shown);
  });
});

describe('the page of a subscribe message', () => {
  it.each([
    ['writer', 'pages/letter/index?id=1'],
    ['addressee', 'member/letter/index?id=1'],
    ['office', 'office/overdue/index?id=1'],
  ] as const)('of the %s is %s', (screen, page) => {
    expect(subscribePage(screen, '1')).toBe(page);
  });
});
