import { FOLLOW_UP_STATUS_LABELS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { ResponsibleItem } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Facts } from '@/components/Facts';
import { PhotoGrid } from '@/components/PhotoGrid';
import { QueryView } from '@/components/QueryView';
import { Timeline } from '@/components/Timeline';
import { formatDate } from '@/format/dates';
import { FollowUpForm } from './FollowUpForm';
import { useItemFollowUps } from './useFollowUps';
import './index.scss';

interface FollowUpPanelProps {
  readonly item: ResponsibleItem;
  /** May record progress; others read it. */
  readonly records: boolean;
  readonly onRecorded: () => void;
}

/** One item for which a body is responsible: what has been done so far, and recording what is new. */
export function FollowUpPanel({ item, records, onRecorded }: FollowUpPanelProps) {
  const { query, record } = useItemFollowUps(item.itemId);
  return (
    <View className="lx-stack">
      <View className="lx-card">
        <View className="follow-up__title">{item.submission.title}</View>
        <Facts
          facts={[
            ['编号', item.submission.reference],
            ['承办单位', item.responsibleBody],
            ['办理期限', item.dueDate && formatDate(item.dueDate)],
            ['办理情况', item.statusLabel],
          ]}
        />
        <DeadlineTag state={item.deadline} dueAt={item.dueDate} />
      </View>
      <QueryView query={query}>
        {(followUps) =>
          followUps.length === 0 ? (
            <View className="lx-soft">还没有记录过进展。</View>
          ) : (
            <View className="lx-card">
              <Timeline
                steps={followUps.map((followUp) => ({
                  key: followUp.id,
                  title: FOLLOW_UP_STATUS_LABELS[followUp.status],
                  at: followUp.at,
                  text: (
                    <>
                      <View className="lx-prose">{followUp.text}</View>
                      <PhotoGrid photos={followUp.photos} />
                      <View className="lx-soft lx-small">{`${followUp.recorderName}记录`}</View>
                    </>
                  ),
                }))}
              />
            </View>
          )
        }
      </QueryView>
      {records && (
        <View className="lx-card">
          <FollowUpForm itemId={item.itemId} status={item.status} record={record} onRecorded={onRecorded} />
        </View>
      )}
    </View>
  );
}
