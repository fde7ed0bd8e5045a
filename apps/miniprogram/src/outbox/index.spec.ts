import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, NetworkFailure } from '@/api/problem';
import { useSessionStore } from '@/state/session';
import {
  acknowledgeOutcome,
  followOutbox,
  type PendingLetter,
  sendOff,
  sendPendingLetter,
  takeBack,
  useOutbox,
} from '.';

const { stored, post, network, refreshAccount } = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  post: vi.fn(),
  network: { tell: (_online: boolean): void => undefined },
  refreshAccount: vi.fn(),
}));
vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (name: string) => stored.get(name) ?? '',
    setStorageSync: (name: string, value: unknown) => stored.set(name, value),
    removeStorageSync: (name: string) => stored.delete(name),
  },
}));
vi.mock('@/api/client', () => ({ api: { post } }));
vi.mock('@/api/query-client', () => ({ queryClient: { invalidateQueries: vi.fn() } }));
vi.mock('@/session/account', () => ({ refreshAccount }));
vi.mock('@/state/network', () => ({
  listenForNetwork: (listener: (online: boolean) => void) => {
    network.tell = listener;
  },
}));

const letter: PendingLetter = {
  accountId: 'a',
  idempotencyKey: 'key-of-this-letter',
  memberName: '林小溪',
  draftName: 'lianxin.draft.a.letter',
  body: {
    memberId: 'm',
    category: 'appeal',
    title: '路灯坏了',
    text: '村口的路灯坏了一个月。',
    photoIds: [],
    nameDisplay: 'full',
    consentOpinion: false,
  },
};
const arrived = { id: '7', reference: '来信 2026-000007' };
const offline = () => new NetworkFailure('offline');

function signIn(id: string): void {
  const account = { id, name: null, townshipId: null, sectorId: null, roles: [], memberId: null };
  useSessionStore.getState().begin({
    token: 't',
    expiresAt: '2027-01-01T00:00:00.000+08:00',
    account: { ...account, hasPassword: false, hasWechat: true, version: 1 },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  post.mockReset();
  refreshAccount.mockReset();
  stored.set(letter.draftName, 'draft');
  signIn('a');
});

afterEach(() => {
  takeBack();
  acknowledgeOutcome();
  vi.useRealTimers();
});

describe('a letter that gets through', () => {
  it('is gone from the device with its draft, and is told as sent', async () => {
    post.mockResolvedValueOnce(arrived);
    await sendOff(letter);
    expect(post).toHaveBeenCalledWith('/api/v1/letters', { body: letter.body, idempotencyKey: 'key-of-this-letter' });
    expect(useOutbox.getState()).toMatchObject({ pending: undefined, waiting: false, sent: arrived });
    expect(stored.has(letter.draftName)).toBe(false);
  });

  it('brings the name that the account now has', async () => {
    post.mockResolvedValue(arrived);
    await sendOff(letter);
    expect(refreshAccount).not.toHaveBeenCalled();
    await sendOff({ ...letter, body: { ...letter.body, writerName: '张建国' } });
    expect(refreshAccount).toHaveBeenCalledOnce();
  });
});

describe('a letter without a network', () => {
  it('waits on the device and goes out with the same key when the network is back', async () => {
    followOutbox();
    post.mockRejectedValueOnce(offline()).mockResolvedValueOnce(arrived);
    await sendOff(letter);
    expect(useOutbox.getState()).toMatchObject({ pending: letter, waiting: true, sent: undefined });
    expect(stored.get('lianxin.outbox')).toContain('key-of-this-letter');
    expect(stored.has(letter.draftName)).toBe(true);

    network.tell(true);
    await vi.waitFor(() => expect(useOutbox.getState().sent).toEqual(arrived));
    expect(post.mock.calls.map(([, options]) => options.idempotencyKey)).toEqual([
      'key-of-this-letter',
      'key-of-this-letter',
    ]);
  });

  it('is tried again by itself, at longer and longer intervals', async () => {
    post.mockRejectedValue(offline());
    await sendOff(letter);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(post).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(5_999);
    expect(post).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(post).toHaveBeenCalledTimes(3);
  });

  it('is not sent twice at once', async () => {
    let answer: (letter: typeof arrived) => void = () => undefined;
    post.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const first = sendOff(letter);
    await sendPendingLetter();
    answer(arrived);
    await first;
    expect(post).toHaveBeenCalledOnce();
  });

  it('is no longer tried once it is taken back', async () => {
    post.mockRejectedValue(offline());
    await sendOff(letter);
    takeBack();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(post).toHaveBeenCalledOnce();
    expect(useOutbox.getState().waiting).toBe(false);
  });

  it('waits for the person who wrote it, whoever signs in meanwhile', async () => {
    post.mockRejectedValueOnce(offline()).mockResolvedValueOnce(arrived);
    await sendOff(letter);
    signIn('b');
    await sendPendingLetter();
    expect(post).toHaveBeenCalledOnce();
    signIn('a');
    await sendPendingLetter();
    expect(useOutbox.getState().sent).toEqual(arrived);
  });
});

describe('an answer that is no', () => {
  it.each([
    [503, true],
    [500, true],
    [401, true],
    [409, false],
    [422, false],
    [429, false],
  ])('%i is tried again: %s', async (status, again) => {
    const problem = new ApiProblem(status, 'code', '…', [], {});
    post.mockRejectedValueOnce(problem);
    await sendOff(letter);
    expect(useOutbox.getState().waiting).toBe(again);
    expect(useOutbox.getState().refusal).toBe(again ? undefined : problem);
    expect(stored.has(letter.draftName)).toBe(true);
  });
});
