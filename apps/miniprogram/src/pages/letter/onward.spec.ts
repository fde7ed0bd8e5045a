import { describe, expect, it } from 'vitest';
import type { OnwardJourney } from '@/api/types';
import { wholeJourney } from './onward';

const at = (day: number) => `2026-03-0${day}T08:00:00.000+08:00`;
const step = (type: string, day: number, title: string) => ({ type, at: at(day), title, text: null, photos: [] });
const matter = (title: string, steps: OnwardJourney['matters'][number]['steps']) => ({
  title,
  steps,
  now: '',
  next: null,
  nextBy: null,
  done: false,
});
const letter = {
  journey: [
    { id: 'a', type: 'letter_sent', title: '寄出', detail: null, at: at(1) },
    { id: 'b', type: 'letter_answered', title: '答复', detail: '已报修', at: at(3) },
    { id: 'c', type: 'letter_relayed', title: '转告', detail: null, at: at(6) },
  ],
};
const heard = { asked: false, stars: null, words: null };
const titles = (onward: OnwardJourney | undefined) => wholeJourney(letter, onward).map(({ title }) => title);

describe('the whole way of a letter', () => {
  it('is the letter’s own while nothing was made of it', () => {
    expect(titles(undefined)).toEqual(['寄出', '答复', '转告']);
    expect(titles({ matters: [], heard })).toEqual(['寄出', '答复', '转告']);
  });

  it('puts what was made of it in between, by time', () => {
    const matters = [
      matter('写成了社情民意信息', [step('opinion_submitted', 2, '交上去'), step('opinion_accepted', 4, '收下')]),
    ];
    expect(titles({ matters, heard })).toEqual(['寄出', '交上去', '答复', '收下', '转告']);
  });

  it('does not tell twice that the member has told', () => {
    const matters = [matter('写成了提案', [step('relay', 6, '委员把结果告诉了您')])];
    expect(titles({ matters, heard })).toEqual(['寄出', '答复', '委员把结果告诉了您']);
  });

  it('says which matter a step is of only where there are several', () => {
    const one = matter('写成了提案', [step('opinion_submitted', 2, '交上去')]);
    const two = matter('写成了大会发言', [step('opinion_submitted', 2, '也交上去')]);
    const mattersOf = (matters: OnwardJourney['matters']) =>
      wholeJourney(letter, { matters, heard }).map((whole) => whole.matter);
    expect(mattersOf([one])).toEqual([undefined, undefined, undefined, undefined]);
    expect(mattersOf([one, two])).toContain('写成了大会发言');
  });

  it('gives every step a key of its own', () => {
    const one = matter('一', [step('opinion_submitted', 2, '甲'), step('opinion_accepted', 2, '乙')]);
    const keys = wholeJourney(letter, { matters: [one, one], heard }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
