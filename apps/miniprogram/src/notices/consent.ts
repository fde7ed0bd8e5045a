import Taro from '@tarojs/taro';
import { api } from '@/api/client';
import type { NoticeTemplate, PublicConfig } from '@/api/types';
import { newIdempotencyKey } from '@/hooks/useDraft';

type Wanted = readonly (readonly [template: NoticeTemplate, templateId: string])[];

/** The templates among `templates` that this server has; WeChat is asked by their ids. */
export function offered(
  config: Pick<PublicConfig, 'noticeTemplates'> | undefined,
  templates: readonly NoticeTemplate[],
) {
  return templates.flatMap((template) => {
    const templateId = config?.noticeTemplates[template];
    return templateId ? [[template, templateId] as const] : [];
  });
}

/**
 * Asks in WeChat for one message of each template and tells the server what the person answered. Only within a tap, or WeChat
 * refuses.
 * @returns whether at least one was agreed to.
 */
export async function askForNotices(wanted: Wanted): Promise<boolean> {
  const result = await Taro.requestSubscribeMessage({ tmplIds: wanted.map(([, id]) => id), entityIds: [] });
  const said = new Map(Object.entries(result));
  const answers = wanted.map(([template, id]) => ({ template, accepted: said.get(id) === 'accept' }));
  await api.post('/api/v1/notice-consents', { body: { answers }, idempotencyKey: newIdempotencyKey() });
  return answers.some((answer) => answer.accepted);
}
