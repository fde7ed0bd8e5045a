/** One wrong field of a request: its path, a stable code and a Chinese sentence. */
export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** What a {@link Problem} is made of. `detail` is a Chinese sentence that tells the user what to do. */
export interface ProblemInit {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  /** Further members of the problem document, such as `retryAfterSeconds` or `current`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An error that the person who asked may see, as RFC 9457 problem details. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(init: ProblemInit) {
    super(`${init.status} ${init.code}`);
    this.status = init.status;
    this.code = init.code;
    this.detail = init.detail;
    this.errors = init.errors ?? [];
    this.extensions = init.extensions ?? {};
  }
}

/** 404: it is not there, or not for this person to know of. */
export function notFound(what: string): Problem {
  return new Problem({ status: 404, code: 'not_found', detail: `没有找到${what}，它可能已被删除，或者您无权查看。` });
}

/** 401: nobody is signed in, or the session has ended. */
export function signInRequired(): Problem {
  return new Problem({ status: 401, code: 'sign_in_required', detail: '请先登录，再继续操作。' });
}

/** 403: signed in, but this is not for this person to do. */
export function forbidden(): Problem {
  return new Problem({
    status: 403,
    code: 'forbidden',
    detail: '您没有进行此操作的权限。如有疑问，请联系政协办公室。',
  });
}

/** 409: the resource has changed since the caller read it; `current` says to what, and `happened` in words who did what. */
export function versionConflict(current: Readonly<Record<string, unknown>>, happened = '内容刚刚有了变化'): Problem {
  return new Problem({
    status: 409,
    code: 'version_conflict',
    detail: `${happened}，请查看最新情况后再操作。您填写的内容没有丢失。`,
    extensions: { current },
  });
}

/** 409: what was asked for cannot follow the present state. */
export function actionNotAllowed(detail: string, extensions?: Readonly<Record<string, unknown>>): Problem {
  return new Problem({ status: 409, code: 'action_not_allowed', detail, extensions });
}

/** 422: one field is wrong in a way that only the use case can know. */
export function fieldInvalid(field: string, code: string, message: string): Problem {
  return new Problem({ status: 422, code: 'validation_failed', detail: message, errors: [{ field, code, message }] });
}

/** 429: too many tries; `retryAfterSeconds` says when the next one may come. */
export function tooManyRequests(detail: string, retryAfterSeconds: number, code = 'too_many_requests'): Problem {
  return new Problem({ status: 429, code, detail, extensions: { retryAfterSeconds } });
}
