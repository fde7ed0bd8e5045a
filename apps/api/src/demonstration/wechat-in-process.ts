import { v7 as uuidv7 } from 'uuid';
import { judgeText } from '../../stand-in/judgement.js';
import type { Outbox } from '../platform/outbox/outbox.js';
import { MEDIA_CHECKED, type MediaChecked } from '../wechat/media-checked.js';
import type { WechatHttp, WechatRequest } from '../wechat/wechat-http.js';

type Answers = Record<string, (body: Record<string, unknown>) => Promise<object>>;

/**
 * Lets `http` answer in WeChat's place while the past is lived through: at once, in this process, by the stand-in's own judgement.
 * Pictures of the demonstration all pass; their results come by the outbox, as the real ones do.
 */
export function answerInProcess(http: WechatHttp, outbox: Outbox): void {
  const answers: Answers = {
    '/cgi-bin/stable_token': async () => ({ access_token: uuidv7(), expires_in: 7200 }),
    '/wxa/msg_sec_check': async ({ title, content }) => ({
      result: judgeText(`${String(title ?? '')}${String(content)}`),
    }),
    '/wxa/media_check_async': async () => {
      const traceId = uuidv7();
      const checked: MediaChecked = { traceId, result: { suggest: 'pass', label: 100 } };
      await outbox.emit(MEDIA_CHECKED, checked);
      return { trace_id: traceId };
    },
    '/cgi-bin/message/subscribe/send': async () => ({ errcode: 0 }),
  };
  http.send = async <Answer>({ path, body }: WechatRequest): Promise<Answer> => {
    const answer = answers[path];
    if (!answer) throw new Error(`WeChat's ${path} has no part in the demonstration data`);
    return (await answer({ ...body })) as Answer;
  };
}
