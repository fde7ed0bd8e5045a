import { describe, expect, it } from 'vitest';
import { creditsInWords, progressInWords } from './digest-words';

const credit = (name: string, sectorName: string, role: 'author' | 'cosigner' | 'contributor') => ({
  memberId: name,
  name,
  sectorName,
  role,
});

describe('creditsInWords', () => {
  it('says each by what they did, and a sector once in a row', () => {
    expect(
      creditsInWords([
        credit('李示范', '教育界', 'author'),
        credit('王示范', '教育界', 'cosigner'),
        credit('张示范', '教育界', 'cosigner'),
        credit('赵示范', '农业界', 'cosigner'),
      ]),
    ).toBe('李示范（教育界）；联名：王示范、张示范（教育界）、赵示范（农业界）');
  });

  it('credits every contributor of a sector voice', () => {
    expect(creditsInWords([credit('李示范', '经济界', 'contributor'), credit('王示范', '经济界', 'contributor')])).toBe(
      '参与：李示范、王示范（经济界）',
    );
  });
});

describe('progressInWords', () => {
  it.each([
    [{ state: 'draft', itemCount: 3, decidedCount: 0, unsignedCount: 0 }, '3 件'],
    [{ state: 'submitted', itemCount: 40, decidedCount: 12, unsignedCount: 3 }, '40 件，已决定 12 件，待签发 3 件'],
    [{ state: 'fed_back', itemCount: 40, decidedCount: 40, unsignedCount: 0 }, '40 件'],
    [{ state: 'fed_back', itemCount: 40, decidedCount: 39, unsignedCount: 1 }, '40 件，已决定 39 件，待签发 1 件'],
  ] as const)('%o', (digest, words) => {
    expect(progressInWords(digest)).toBe(words);
  });
});
