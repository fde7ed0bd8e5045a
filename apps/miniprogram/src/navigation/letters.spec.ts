import { describe, expect, it, vi } from 'vitest';
import { letterUrl, noticeUrl, writeUrl } from './letters';

vi.mock('@tarojs/taro', () => ({ default: {} }));

describe('where a notice leads', () => {
  it.each([
    ['writer', '/pages/letter/index?id=7'],
    ['addressee', '/member/letter/index?id=7'],
    ['office', '/office/letter/index?id=7'],
    [null, '/pages/letter/index?id=7'],
  ] as const)('read as %s, to %s', (as, url) => {
    expect(noticeUrl({ letterId: '7', as })).toBe(url);
  });

  it('leads nowhere without a letter', () => {
    expect(noticeUrl({ letterId: null, as: 'writer' })).toBeUndefined();
  });
});

describe('addresses', () => {
  it('leaves out a member who is not chosen', () => {
    expect(writeUrl()).toBe('/pages/write/index');
    expect(writeUrl('m 1')).toBe('/pages/write/index?memberId=m%201');
    expect(letterUrl('a/b')).toBe('/pages/letter/index?id=a%2Fb');
  });
});
