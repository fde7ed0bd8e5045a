import type { SubmissionRef } from '@lianxin/shared';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import type { Outcome } from '@/api/types';
import { Facts } from '@/components/Facts';
import { PhotoGrid } from '@/components/PhotoGrid';
import { QueryView } from '@/components/QueryView';
import { Tag, type Tone } from '@/components/Tag';
import { formatDate, formatMoment } from '@/format/dates';
import { relaysInWords } from './outcome';
import { SUBMISSIONS_KEY } from './submissions';

const TONES: Record<NonNullable<Outcome['decision']>['outcome'], Tone> = {
  adopted: 'good',
  partly_adopted: 'good',
  noted: 'calm',
  declined: 'warn',
};

/** What became of an opinion or a sector voice: the decision, who was told, and how far the responsible body is. */
export function OutcomeCard({ about }: { readonly about: SubmissionRef }) {
  const { kind, id } = about;
  const query = useQuery({
    queryKey: [...SUBMISSIONS_KEY, 'outcome', kind, id],
    queryFn: ({ signal }) =>
      kind === 'opinion'
        ? api.get('/api/v1/opinions/{id}/outcome', { path: { id }, signal })
        : api.get('/api/v1/sector-voices/{id}/outcome', { path: { id }, signal }),
  });
  return (
    <View className="lx-card lx-stack">
      <View className="submission__heading">结果</View>
      <QueryView query={query}>
        {({ meetingName, meetingDate, decision, corrected, fedBackAt, relays, followUps, allDone }) => (
          <View className="lx-stack">
            {decision ? (
              <View className="lx-stack">
                <View className="lx-row">
                  <Tag tone={TONES[decision.outcome]}>{decision.outcomeLabel}</Tag>
                  {allDone && <Tag tone="good">全部办完</Tag>}
                </View>
                <View className="lx-prose">{decision.reason}</View>
              </View>
            ) : (
              <View className="lx-soft">{meetingName ? '已列入汇总，会议还没有作出决定。' : '还没有列入汇总。'}</View>
            )}
            <Facts
              facts={[
                ['会议', meetingName && `${meetingName}${meetingDate ? `（${formatDate(meetingDate)}）` : ''}`],
                ['转化为', decision?.useLabel],
                ['承办单位', decision?.responsibleBody],
                ['办理期限', decision?.dueDate && formatDate(decision.dueDate)],
                ['反馈委员', fedBackAt ? formatMoment(fedBackAt) : decision && '还没有反馈'],
                ['转告群众', relaysInWords(relays)],
              ]}
            />
            {corrected.map((earlier) => (
              <View key={earlier.id} className="lx-soft lx-small">
                {`${formatMoment(earlier.signedAt)}的决定“${earlier.outcomeLabel}”已更正。`}
              </View>
            ))}
            {followUps.map((step) => (
              <View key={step.id} className="submission__quote">
                <View className="lx-row">
                  <Tag>{step.statusLabel}</Tag>
                  <View className="lx-soft lx-small">{`${step.recorderName} · ${formatMoment(step.at)}`}</View>
                </View>
                <View className="lx-prose">{step.text}</View>
                <PhotoGrid photos={step.photos} />
              </View>
            ))}
          </View>
        )}
      </QueryView>
    </View>
  );
}
