import { LIMITS } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_LETTER,
  isBegun,
  type LetterDraft,
  neighbour,
  problemsOf,
  stepOfField,
  stepsOf,
  toLetter,
} from './draft';

const member = { id: 'm', name: '林小溪', portraitUrl: null, sector: { id: 's', name: '教育界' } };
const whole: LetterDraft = {
  ...EMPTY_LETTER,
  member,
  category: 'appeal',
  title: ' 路灯坏了 ',
  text: '村口的路灯坏了一个月。',
  writerName: '张建国',
};
const fieldsOf = (draft: LetterDraft, name: string | null = null) => problemsOf(draft, name).map(({ field }) => field);

describe('what is missing', () => {
  it('is everything in a letter before its first word, in the order of the steps', () => {
    expect(fieldsOf(EMPTY_LETTER)).toEqual(['category', 'title', 'text', 'memberId', 'writerName']);
  });

  it('is nothing in a whole letter', () => {
    expect(fieldsOf(whole)).toEqual([]);
  });

  it('is no name where the account has one or the name is not shown', () => {
    expect(fieldsOf({ ...whole, writerName: '' })).toEqual(['writerName']);
    expect(fieldsOf({ ...whole, writerName: '' }, '张建国')).toEqual([]);
    expect(fieldsOf({ ...whole, writerName: '', nameDisplay: 'hidden' })).toEqual([]);
  });

  it('is said with what is too long, counted in characters as people count them', () => {
    const title = '𠮷'.repeat(LIMITS.letterTitle);
    expect(fieldsOf({ ...whole, title })).toEqual([]);
    expect(problemsOf({ ...whole, title: `${title}了` }, null)).toEqual([
      { field: 'title', message: '标题最多 50 字，现在多了 1 字' },
    ]);
    expect(fieldsOf({ ...whole, placeName: '村'.repeat(LIMITS.placeName + 1) })).toEqual(['place.name']);
  });

  it('does not take spaces for words', () => {
    expect(fieldsOf({ ...whole, text: ' \n ' })).toEqual(['text']);
  });
});

describe('the steps', () => {
  it('leave out the question to whom when it was answered before', () => {
    expect(stepsOf({ member, memberGiven: true })).toEqual(['category', 'words', 'you', 'check']);
    expect(stepsOf({ member: null, memberGiven: true })).toContain('member');
    expect(stepsOf({ member, memberGiven: false })).toContain('member');
  });

  it('follow each other both ways', () => {
    expect(neighbour({ ...whole, memberGiven: true, step: 'words' }, 1)).toBe('you');
    expect(neighbour({ ...whole, step: 'words' }, 1)).toBe('member');
    expect(neighbour({ ...whole, step: 'category' }, -1)).toBeUndefined();
    expect(neighbour({ ...whole, step: 'check' }, 1)).toBeUndefined();
  });

  it.each([
    ['place.name', 'words'],
    ['photoIds[2]', 'words'],
    ['memberId', 'member'],
    ['writerName', 'you'],
    ['something', 'check'],
  ])('ask for %s in %s', (field, step) => {
    expect(stepOfField(field)).toBe(step);
  });
});

describe('the letter for the API', () => {
  it('is trimmed and carries the name only where the account has none', () => {
    expect(toLetter(whole, null)).toMatchObject({
      memberId: 'm',
      title: '路灯坏了',
      writerName: '张建国',
      place: null,
    });
    expect(toLetter(whole, '张建国')).not.toHaveProperty('writerName');
    expect(toLetter({ ...whole, nameDisplay: 'hidden' }, null)).not.toHaveProperty('writerName');
  });

  it('gives the name for an opinion only where words and name may be given', () => {
    const agreed = { ...whole, consentOpinion: true, consentName: true };
    expect(toLetter(agreed, null).consentName).toBe(true);
    expect(toLetter({ ...agreed, consentOpinion: false }, null).consentName).toBe(false);
    expect(toLetter({ ...agreed, nameDisplay: 'surname' }, null).consentName).toBe(false);
    expect(toLetter({ ...agreed, consentName: false }, null).consentName).toBe(false);
  });

  it('carries the place with its coordinates when it was chosen on the map', () => {
    const placed = { ...whole, placeName: '东村口', latitude: 30.1, longitude: 120.2 };
    expect(toLetter(placed, null).place).toEqual({ name: '东村口', latitude: 30.1, longitude: 120.2 });
  });
});

it('is begun with the first word, not with the choice of a member', () => {
  expect(isBegun({ ...EMPTY_LETTER, member })).toBe(false);
  expect(isBegun({ ...EMPTY_LETTER, text: '您' })).toBe(true);
});
