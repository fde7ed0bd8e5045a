import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useSessionStore } from '@/state/session';
import { ApiProblem, NetworkFailure, RequestCancelled } from './problem';
import { listenForSessionEnd, send } from './transport';

const taro = vi.hoisted(() => ({
  request: vi.fn(),
  uploadFile: vi.fn(),
  getStorageSync: vi.fn(() => ''),
  setStorageSync: vi.fn(),
  removeStorageSync: vi.fn(),
}));
vi.mock('@tarojs/taro', () => ({ default: taro }));

const account = {
  id: 'a',
  name: '林小溪',
  townshipId: null,
  sectorId: null,
  roles: [],
  memberId: null,
  hasPassword: false,
  hasWechat: true,
  version: 1,
};

function answer(statusCode: number, data: unknown) {
  taro.request.mockReturnValueOnce(Promise.resolve({ statusCode, data }));
}

describe('send', () => {
  beforeEach(() => {
    vi.stubEnv('TARO_ENV', 'weapp');
    taro.request.mockReset();
    useSessionStore.setState({
      session: { token: 'token-1', expiresAt: '2027-01-01T00:00:00+08:00', account } as never,
    });
  });

  it('sends token, key and body, and gives what came back', async () => {
    answer(201, { id: 'letter-1' });
    const result = await send({
      method: 'POST',
      path: '/api/v1/letters',
      body: { title: '路灯' },
      idempotencyKey: 'key-12345',
    });
    expect(result).toEqual({ id: 'letter-1' });
    expect(taro.request).toHaveBeenCalledWith(
      expect.objectContaining({
        url: 'https://api.test/api/v1/letters',
        data: '{"title":"路灯"}',
        header: expect.objectContaining({ Authorization: 'Bearer token-1', 'Idempotency-Key': 'key-12345' }),
      }),
    );
  });

  it('makes a typed problem of a refusal', async () => {
    const errors = [{ field: 'title', code: 'too_long', message: '标题太长' }];
    answer(422, { status: 422, code: 'validation_failed', detail: '请改正', errors, requestId: 'r-1' });
    const problem = await send({ method: 'POST', path: '/x' }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 422, code: 'validation_failed', extensions: { requestId: 'r-1' } });
    expect((problem as ApiProblem).messageOf('title')).toBe('标题太长');
  });

  it('makes a plain sentence of an answer that is no problem document', async () => {
    answer(502, '<html>bad gateway</html>');
    await expect(send({ method: 'GET', path: '/x' })).rejects.toMatchObject({ status: 502, code: 'unreadable_answer' });
  });

  it('tells a lost network apart from no answer in time', async () => {
    taro.request.mockReturnValueOnce(Promise.reject({ errMsg: 'request:fail ' }));
    await expect(send({ method: 'GET', path: '/x' })).rejects.toMatchObject({
      name: 'NetworkFailure',
      reason: 'offline',
    });
    taro.request.mockReturnValueOnce(Promise.reject({ errMsg: 'request:fail timeout' }));
    await expect(send({ method: 'GET', path: '/x' })).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('gives up by itself when nothing comes back', async () => {
    vi.useFakeTimers();
    let reject: (error: unknown) => void = () => undefined;
    const pending = Object.assign(
      new Promise((_resolve, refuse) => {
        reject = refuse;
      }),
      { abort: () => reject({ errMsg: 'request:fail abort' }) },
    );
    taro.request.mockReturnValueOnce(pending);
    const sent = send({ method: 'GET', path: '/x' }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(15_000);
    const failure = await sent;
    vi.useRealTimers();
    expect(failure).toBeInstanceOf(NetworkFailure);
    expect(failure).toMatchObject({ reason: 'timeout' });
  });

  it('does not send what was cancelled before', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(send({ method: 'GET', path: '/x', signal: controller.signal })).rejects.toBeInstanceOf(
      RequestCancelled,
    );
    expect(taro.request).not.toHaveBeenCalled();
  });

  it('drops the session that the server refuses, once, and leaves a newer one alone', async () => {
    const ended = vi.fn();
    listenForSessionEnd(ended);
    answer(401, { status: 401, code: 'sign_in_required', detail: '请先登录' });
    await expect(send({ method: 'GET', path: '/x' })).rejects.toMatchObject({ status: 401 });
    expect(useSessionStore.getState().session).toBeUndefined();
    answer(401, { status: 401, code: 'sign_in_required', detail: '请先登录' });
    await expect(send({ method: 'GET', path: '/x' })).rejects.toMatchObject({ status: 401 });
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
