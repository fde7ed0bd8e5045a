import { describe, expect, it, vi } from 'vitest';
import { letterUrl, writeUrl } from './letters';

vi.mock('@tarojs/taro', () => ({ default: {} }));

describe('addresses', () => {
  it('leaves out a member who is not chosen', () => {
    expect(writeUrl()).toBe('/pages/write/index');
    expect(writeUrl('m 1')).toBe('/pages/write/index?memberId=m%201');
    expect(letterUrl('a/b')).toBe('/pages/letter/index?id=a%2Fb');
  });
});
