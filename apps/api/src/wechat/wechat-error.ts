/** What can be done about a refusal: `wait` and ask again, have the operator `configure` something, or nothing (`refused`). */
export type WechatRemedy = 'wait' | 'configure' | 'refused';

/** Busy, over a quota, or not reached at all (`network`): the same request may work later. */
const PASSING = new Set<number | 'network'>([-1, 45009, 45011, 44991, 'network']);
/** The mini-program's AppID, secret, permissions, address list or token: right requests work once the operator has put it right. */
const CONFIGURATION = new Set<number | 'network'>([
  40001, 40002, 40013, 40014, 40125, 40164, 40243, 41001, 41002, 41004, 42001, 48001, 48004, 50002, 61004,
]);
/** The access token is not, or no longer, valid. */
const TOKEN = new Set<number | 'network'>([40001, 40014, 42001]);

/** WeChat refused a request or could not be reached. Carries the errcode only: WeChat's own text may repeat what people wrote. */
export class WechatError extends Error {
  override readonly name = 'WechatError';

  constructor(
    /** WeChat's errcode, or `network` when there was no answer, a 5xx or one that cannot be read. */
    readonly code: number | 'network',
  ) {
    super(`WeChat: ${code}`);
  }

  /** What can be done about it. */
  get remedy(): WechatRemedy {
    if (PASSING.has(this.code)) return 'wait';
    return CONFIGURATION.has(this.code) ? 'configure' : 'refused';
  }

  /** True when a new access token may help. */
  get isAboutToken(): boolean {
    return TOKEN.has(this.code);
  }
}
