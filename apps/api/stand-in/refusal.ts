/** An answer with an errcode, as WeChat gives it: HTTP 200 with `errcode` and `errmsg`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(`${errcode} ${errmsg}`);
  }
}

/** 47001: the body is not the JSON object that the interface asks for. */
export const dataFormat = (what: string) => new Refusal(47001, `data format error: ${what}`);
