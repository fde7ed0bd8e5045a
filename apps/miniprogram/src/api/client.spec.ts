import { describe, expect, it, vi } from 'vitest';
import { buildPath } from './client';

vi.mock('@tarojs/taro', () => ({ default: {} }));

describe('buildPath', () => {
  it('fills and escapes what stands in braces', () => {
    expect(buildPath('/api/v1/letters/{id}/messages', { id: 'a/b' })).toBe('/api/v1/letters/a%2Fb/messages');
  });

  it('leaves out what is not given, and keeps false and nought', () => {
    expect(buildPath('/x', {}, { query: '', cursor: undefined, limit: 0, mine: false, name: '林' })).toBe(
      '/x?limit=0&mine=false&name=%E6%9E%97',
    );
  });
});
