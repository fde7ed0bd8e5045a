import { INFORMATION_MAX, LIMITS } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import { fieldOfProblem, missingOf, overTotal, stepOfField, tooLong } from './checks';
import type { Fields } from './fields';

const whole: Fields = {
  title: '修好村口路灯',
  theme: 'construction',
  townshipId: null,
  desk: 'sector_group',
  deskUnitId: null,
  suggestedBody: '',
  topicUse: null,
  topicBody: '',
  'part.situation': '坏了一个月。',
  'part.analysis': '没人管。',
  'part.suggestion': '请城管局修。',
};
const fields = (kind: 'information' | 'topic', change: Fields = {}, pending = 0) =>
  missingOf(kind, { ...whole, ...change }, pending).map(({ field, step }) => `${step}/${field}`);

describe('what is missing before handing in', () => {
  it('is nothing in a whole opinion', () => {
    expect(fields('information')).toEqual([]);
  });

  it('is said in the order in which it is asked for', () => {
    expect(fields('information', { title: ' ', 'part.analysis': '', theme: null }, 2)).toEqual([
      'words/title',
      'words/part.analysis',
      'where/theme',
      'sources/cosigners',
    ]);
  });

  it('is the committee where it goes to one, and the use of a topic', () => {
    expect(fields('information', { desk: 'special_committee' })).toEqual(['where/deskUnitId']);
    const topic = { 'part.background': '一', 'part.question': '二' };
    expect(fields('topic', topic)).toEqual(['where/topicUse', 'where/topicBody']);
    expect(fields('topic', { ...topic, topicUse: 'key_research', topicBody: '提案委' })).toEqual([]);
  });

  it('counts all parts of 社情民意信息 together, and only of it', () => {
    const half = '字'.repeat(INFORMATION_MAX / 2);
    const parts = { 'part.situation': half, 'part.analysis': half, 'part.suggestion': '多了' };
    expect(overTotal('information', { ...whole, ...parts })).toBe(2);
    expect(overTotal('speech', { ...whole, ...parts })).toBe(0);
    expect(fields('information', parts)).toEqual(['words/part.situation']);
  });

  it('names what is longer than the server takes', () => {
    expect(tooLong('information', { ...whole, title: '题'.repeat(LIMITS.opinionTitle) })).toEqual([]);
    expect(tooLong('information', { ...whole, title: '𠮷'.repeat(LIMITS.opinionTitle + 1) })).toEqual(['title']);
  });
});

it.each([
  ['sections.situation', 'part.situation', 'words'],
  ['sections', 'sections', 'words'],
  ['title', 'title', 'words'],
  ['topicBody', 'topicBody', 'where'],
  ['sources.0.quote', 'sources.0.quote', 'sources'],
])('finds what the API says of %s', (api, field, step) => {
  expect(fieldOfProblem(api)).toBe(field);
  expect(stepOfField(field)).toBe(step);
});
