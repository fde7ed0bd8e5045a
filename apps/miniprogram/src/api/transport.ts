import Taro from '@tarojs/taro';
import { useSessionStore } from '@/state/session';
import { ApiProblem, NetworkFailure, RequestCancelled, readProblem } from './problem';

/** Milliseconds to wait for an answer; uploads of a 10 MB photo on a weak network get more. */
const REQUEST_TIMEOUT = 15_000;
const UPLOAD_TIMEOUT = 120_000;

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request before it is sent. */
export interface RequestInit {
  readonly method: HttpMethod;
  /** Absolute path with query, for example `/api/v1/letters?limit=20`. */
  readonly path: string;
  readonly body?: unknown;
  /** For POSTs that create something: a UUID, the same on each retry. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Told when the server no longer knows the session; set once by the app to lead the person to sign in. */
type SessionEndListener = () => void;
let onSessionEnd: SessionEndListener = () => undefined;

/** Registers what happens when the server refuses the session (401). There is one listener, the app. */
export function listenForSessionEnd(listener: SessionEndListener): void {
  onSessionEnd = listener;
}

/** The header by which the server knows the session. */
export function authorization(token: string | undefined): Record<string, string> {
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/** Turns a refusal into an {@link ApiProblem}; drops the session when it was that session that was refused. */
function refuse(status: number, body: unknown, token: string | undefined): ApiProblem {
  if (status === 401 && token && useSessionStore.getState().session?.token === token) {
    useSessionStore.getState().end();
    onSessionEnd();
  }
  return readProblem(status, body);
}

function networkFailure(error: unknown): NetworkFailure {
  const message = error instanceof Error ? error.message : String((error as { errMsg?: string } | null)?.errMsg ?? '');
  return new NetworkFailure(/time ?out/i.test(message) ? 'timeout' : 'offline');
}

/** Starts a request that `stop` can break off: by a signal in the browser, by the task's own method in WeChat. */
function start(request: RequestInit, token: string | undefined, stop: AbortController) {
  const task = Taro.request<unknown>({
    url: `${API_BASE}${request.path}`,
    method: request.method,
    data: request.body === undefined ? undefined : JSON.stringify(request.body),
    header: {
      Accept: 'application/json',
      ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
      ...(request.idempotencyKey && { 'Idempotency-Key': request.idempotencyKey }),
      ...authorization(token),
    },
    timeout: REQUEST_TIMEOUT,
    ...(process.env.TARO_ENV === 'h5' && { signal: stop.signal }),
  });
  if (process.env.TARO_ENV !== 'h5') stop.signal.addEventListener('abort', () => task.abort?.());
  return task;
}

/**
 * Sends one JSON request and gives the body of the answer.
 * @throws {ApiProblem} the API refused. @throws {NetworkFailure} nothing came back. @throws {RequestCancelled} by `signal`.
 */
export async function send<T>(request: RequestInit): Promise<T> {
  const { signal } = request;
  if (signal?.aborted) throw new RequestCancelled();
  const token = useSessionStore.getState().session?.token;
  const stop = new AbortController();
  const cancel = () => stop.abort();
  signal?.addEventListener('abort', cancel);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop.abort();
  }, REQUEST_TIMEOUT);
  try {
    const answer = await start(request, token, stop);
    if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data as T;
    throw refuse(answer.statusCode, answer.data, token);
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    if (signal?.aborted) throw new RequestCancelled();
    throw late ? new NetworkFailure('timeout') : networkFailure(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}

/** A file on its way up; `cancel` stops it and makes `done` fail with {@link RequestCancelled}. */
export interface Upload<T> {
  readonly done: Promise<T>;
  readonly cancel: () => void;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Sends one file as multipart field `file`. Errors as in {@link send}.
 * @param onProgress percentage, 0–100
 * @param fileName what the file is called, where that matters; the path of a chosen file does not tell in the browser
 */
export function sendFile<T>(
  path: string,
  filePath: string,
  onProgress: (percent: number) => void,
  fileName?: string,
): Upload<T> {
  const token = useSessionStore.getState().session?.token;
  let cancelled = false;
  const task = Taro.uploadFile({
    url: `${API_BASE}${path}`,
    filePath,
    name: 'file',
    ...(fileName && { fileName }),
    header: authorization(token),
    timeout: UPLOAD_TIMEOUT,
  });
  task.progress?.((progress) => onProgress(progress.progress));
  const done = task.then(
    (answer) => {
      // WeChat gives the body as text, the browser build gives it parsed when it can.
      const body = typeof answer.data === 'string' ? parseJson(answer.data) : (answer.data as unknown);
      if (answer.statusCode >= 200 && answer.statusCode < 300) return body as T;
      throw refuse(answer.statusCode, body, token);
    },
    (error: unknown) => {
      throw cancelled ? new RequestCancelled() : networkFailure(error);
    },
  );
  return {
    done,
    cancel: () => {
      cancelled = true;
      task.abort?.();
    },
  };
}

/** Address of something the API serves under a path of its own (photos); absolute addresses stay as they are. */
export function assetUrl(pathOrUrl: string): string {
  return pathOrUrl.startsWith('/') ? `${API_BASE}${pathOrUrl}` : pathOrUrl;
}
