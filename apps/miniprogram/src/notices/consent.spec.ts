import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askForNotices, offered } from './consent';

const { taro, post } = vi.hoisted(() => ({ taro: { requestSubscribeMessage: vi.fn() }, post: vi.fn() }));
vi.mock('@tarojs/taro', () => ({ default: taro }));
vi.mock('@/api/client', () => ({ api: { post } }));
vi.mock('@/hooks/useDraft', () => ({ newIdempotencyKey: () => 'key' }));

beforeEach(() => {
  post.mockReset().mockResolvedValue({ items: [] });
});

describe('asking for notices', () => {
  it('asks only for templates that the server has', () => {
    const config = { noticeTemplates: { letter_answered: 'T1', letter_due: 'T2' } };
    expect(offered(config, ['letter_answered', 'letter_status'])).toEqual([['letter_answered', 'T1']]);
    expect(offered(undefined, ['letter_answered'])).toEqual([]);
  });

  it('tells the server of each answer, and whether any was yes', async () => {
    taro.requestSubscribeMessage.mockResolvedValue({ errMsg: 'ok', T1: 'accept', T2: 'reject' });
    const agreed = await askForNotices([
      ['letter_answered', 'T1'],
      ['letter_status', 'T2'],
    ]);
    expect(agreed).toBe(true);
    expect(post).toHaveBeenCalledWith('/api/v1/notice-consents', {
      body: {
        answers: [
          { template: 'letter_answered', accepted: true },
          { template: 'letter_status', accepted: false },
        ],
      },
      idempotencyKey: 'key',
    });
  });

  it('counts a template that WeChat has banned as a no', async () => {
    taro.requestSubscribeMessage.mockResolvedValue({ errMsg: 'ok', T1: 'ban' });
    expect(await askForNotices([['letter_answered', 'T1']])).toBe(false);
  });
});
