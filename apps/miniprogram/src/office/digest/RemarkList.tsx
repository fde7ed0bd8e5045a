import { View } from '@tarojs/components';
import type { DigestRemark } from '@/api/types';
import { formatMoment } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import './RemarkList.scss';

interface RemarkListProps {
  readonly remarks: readonly DigestRemark[];
  readonly label: string;
}

/** What leaders remarked, oldest first. */
export function RemarkList({ remarks, label }: RemarkListProps) {
  return (
    <View {...accessible({ role: 'list', label })}>
      {remarks.map((remark) => (
        <View key={remark.id} className="remark" {...accessible({ role: 'listitem' })}>
          <View className="lx-soft lx-small">
            {`${remark.own ? `${remark.authorName}（您）` : remark.authorName} · ${formatMoment(remark.at)}`}
          </View>
          <View className="lx-prose">{remark.text}</View>
        </View>
      ))}
    </View>
  );
}
