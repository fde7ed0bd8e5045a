import type { VoiceAction, VoiceCircumstances } from '@lianxin/shared';
import { spokenDay } from '../../mailbox/letter-wording.js';
import type { JourneyEvent } from '../../platform/journey/journey-event.entity.js';
import type { SectorVoice } from './sector-voice.entity.js';
import type { VoiceViewer } from './voices.policy.js';

/** The steps of a voice that its readers are shown, in words. Changes of the text and answers of contributors are not among them. */
const STEPS: Record<string, (facts: Record<string, unknown>) => { title: string; text?: string }> = {
  voice_composed: ({ opinions }) => ({ title: '召集人开始整理', text: `汇集了 ${Number(opinions ?? 0)} 件意见` }),
  voice_circulated: () => ({ title: '送各位参与委员征求意见' }),
  voice_recalled: () => ({ title: '召集人收回修改' }),
  voice_submitted: () => ({ title: '提交政协办公室' }),
  voice_returned: ({ reason }) => ({ title: '办公室退回修改', text: String(reason ?? '') }),
  voice_accepted: ({ reference }) => ({ title: '办公室已采集', text: `编号 ${String(reference ?? '')}` }),
  voice_withdrawn: () => ({ title: '召集人撤回，意见恢复单独办理' }),
  voice_listed: () => ({ title: '列入汇总' }),
  voice_unlisted: () => ({ title: '移出汇总，等候下一次会议' }),
  voice_reported: () => ({ title: '报送主席会议' }),
  voice_report_recalled: () => ({ title: '汇总收回修改' }),
  voice_decided: () => ({ title: '主席会议有了决定' }),
  voice_fed_back: () => ({ title: '采纳情况已反馈给各位委员' }),
  voice_relayed: () => ({ title: '已转告所有来信群众' }),
  voice_recognised: ({ recognition }) => ({ title: '上级采用或领导批示', text: String(recognition ?? '') }),
};

/** A step in words, or null for one that readers are not shown. */
export function wordVoiceStep({ type, facts }: JourneyEvent): { title: string; text: string | null } | null {
  const worded = STEPS[type]?.(facts);
  return worded ? { title: worded.title, text: worded.text || null } : null;
}

/** What came before somebody's stale change, for the refusal; undefined when there is nothing to name. */
export function latestStep(events: readonly JourneyEvent[]): string | undefined {
  const last = events.at(-1);
  const worded = last && wordVoiceStep(last);
  return worded ? `这份声音刚刚有了变化（${worded.title}）` : undefined;
}

/** Why an action is not open now, and what would open it. */
export function refusalOf(action: VoiceAction, { state, objected, hasOpinions }: VoiceCircumstances): string {
  if (action === 'submit' && state === 'circulating') {
    return objected
      ? '有委员提出了不同意见，请先收回修改，再重新征求意见。'
      : '还有委员没有回应，征求意见的时间也没有到，请再等一等。';
  }
  if (action === 'circulate' && !hasOpinions) return '还没有选入意见，请先选入本界别已采集的意见。';
  if ((action === 'save' || action === 'circulate') && state === 'circulating') {
    return '正在征求意见，不能修改。请先收回，再修改。';
  }
  return '这份声音现在不能这样操作，请刷新后看看最新情况。';
}

/** What happens next and by when, for one who looks at a voice as `viewer`. */
export function nextVoiceStep(
  voice: Pick<SectorVoice, 'state' | 'objectUntil' | 'intakeDue'>,
  viewer: VoiceViewer,
  { objected, heardEverybody, hasOpinions, answered }: Omit<VoiceCircumstances, 'state'> & { answered: boolean },
): string {
  const convening = viewer === 'convener';
  const until = voice.objectUntil ? spokenDay(voice.objectUntil) : '';
  switch (voice.state) {
    case 'draft':
    case 'returned':
      if (!convening) return '召集人正在修改，改好后会再送各位委员看。';
      return hasOpinions ? '写好后送各位参与委员征求意见。' : '先选入本界别已采集的意见。';
    case 'circulating':
      if (!convening) return answered ? '您已回应，等召集人提交办公室。' : `请在${until}前看一看，同意或提出不同意见。`;
      if (objected) return '有委员提出不同意见，请收回修改。';
      return heardEverybody ? '可以提交政协办公室了。' : `等各位委员回应，最迟到${until}。`;
    case 'submitted':
      return voice.intakeDue ? `办公室会在${spokenDay(voice.intakeDue)}前采集或退回。` : '等办公室采集。';
    case 'accepted':
      return '等列入汇总，报主席会议。';
    case 'listed':
      return '等主席会议作出决定。';
    case 'decided':
      return '主席会议已有决定，办公室会把采纳情况反馈给每位委员。';
    case 'fed_back':
      return '采纳情况已反馈，各位委员正在转告来信群众。';
    case 'relayed':
      return '已转告所有来信群众。';
    case 'withdrawn':
      return '已撤回，其中的意见恢复单独办理。';
  }
}
