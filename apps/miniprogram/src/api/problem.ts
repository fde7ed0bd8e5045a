/** One wrong field of a request: its path, a stable code and a Chinese sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** The API refused a request: RFC 9457 problem details, with a Chinese `detail` that tells the person what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    /** Stable; screens may decide by it. */
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldProblem[],
    /** Everything else in the document, such as `retryAfterSeconds` or `current` of a version conflict. */
    readonly extensions: Readonly<Record<string, unknown>>,
  ) {
    super(detail);
  }

  /** The sentence about one field, when that field is among the wrong ones. */
  messageOf(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }
}

/** Nothing came back: no network, a broken connection or no answer in time. Trying again with the same key is safe. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';

  constructor(readonly reason: 'offline' | 'timeout') {
    super(reason === 'timeout' ? '网络太慢，没有等到回应。' : '网络没有连上。');
  }
}

/** The caller gave up on the request, for example because the screen was left. */
export class RequestCancelled extends Error {
  override readonly name = 'RequestCancelled';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';
}

/** Reads a problem document; whatever a proxy on the way may answer instead becomes a problem with a plain sentence. */
export function readProblem(status: number, body: unknown): ApiProblem {
  if (!isRecord(body) || typeof body.code !== 'string' || typeof body.detail !== 'string') {
    return new ApiProblem(status, 'unreadable_answer', '服务暂时不可用，请稍后重试。您填写的内容没有丢失。', [], {});
  }
  const { type, title, status: _status, code, detail, errors, ...extensions } = body;
  return new ApiProblem(
    status,
    body.code,
    body.detail,
    Array.isArray(errors) ? errors.filter(isFieldProblem) : [],
    extensions,
  );
}

/** What to say of any error that came out of a call, in one Chinese sentence. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.detail;
  if (error instanceof NetworkFailure) return `${error.message}请检查网络后重试，您填写的内容没有丢失。`;
  return '出了点问题，请稍后重试。您填写的内容没有丢失。';
}
