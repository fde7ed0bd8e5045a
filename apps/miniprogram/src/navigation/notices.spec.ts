import { describe, expect, it, vi } from 'vitest';
import { noticeUrl } from './notices';

vi.mock('@tarojs/taro', () => ({ default: {} }));

const nothing = { letterId: null, aboutKind: null, aboutId: null } as const;

describe('where a notice of a letter leads', () => {
  it.each([
    ['writer', '/pages/letter/index?id=7'],
    ['addressee', '/member/letter/index?id=7'],
    ['office', '/office/letter/index?id=7'],
    [null, '/pages/letter/index?id=7'],
  ] as const)('read as %s, to %s', (as, url) => {
    expect(noticeUrl({ ...nothing, letterId: '7', as })).toBe(url);
  });

  it('leads nowhere without a letter, but the office to its desk', () => {
    expect(noticeUrl({ ...nothing, as: 'writer' })).toBeUndefined();
    expect(noticeUrl({ ...nothing, as: 'office' })).toBe('/office/desk/index');
  });
});

describe('where a notice of something else leads', () => {
  it.each([
    ['opinion', 'author', '/member/opinion/index?id=7'],
    ['opinion', 'cosigner', '/member/opinion/index?id=7'],
    ['opinion', 'desk', '/office/opinion/index?id=7'],
    ['sector_voice', 'member', '/member/voice/index?id=7'],
    ['sector_voice', 'desk', '/office/voice/index?id=7'],
    ['digest', 'leader', '/office/leader/digest/index?id=7'],
    ['digest', 'desk', '/office/digest/index?id=7'],
    ['feedback', 'member', '/member/feedback/index?id=7'],
    ['relay', 'member', '/member/relay/index?id=7'],
    ['relay', 'desk', '/office/feedback/index?side=relays'],
    ['follow_up', 'desk', '/office/followups/index'],
  ] as const)('%s read as %s, to %s', (aboutKind, as, url) => {
    expect(noticeUrl({ letterId: null, aboutKind, aboutId: '7', as })).toBe(url);
  });

  it('is nowhere for those who have no page of it', () => {
    expect(noticeUrl({ letterId: null, aboutKind: 'digest', aboutId: '7', as: 'member' })).toBeUndefined();
  });
});
