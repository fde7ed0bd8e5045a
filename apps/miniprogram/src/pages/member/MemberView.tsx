import { FIGURES_MINIMUM_LETTERS } from '@lianxin/shared';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import type { MemberDetail } from '@/api/types';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { Facts } from '@/components/Facts';
import { Loading } from '@/components/Loading';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { daysInWords } from '@/format/figures';
import { writeUrl } from '@/navigation/letters';
import './index.scss';

/** A member's entry in the directory. */
export function useMember(id: string) {
  return useQuery({
    queryKey: ['members', 'one', id],
    queryFn: ({ signal }) => api.get('/api/v1/members/{id}', { path: { id }, signal }),
    enabled: id !== '',
  });
}

function Figures({ figures }: { readonly figures: MemberDetail['figures'] }) {
  const { letters, answerRate, usualAnswerHours } = figures;
  if (answerRate === null && usualAnswerHours === null) {
    return <View className="lx-soft">{`收到的来信还不满 ${FIGURES_MINIMUM_LETTERS} 封，暂不统计回信情况。`}</View>;
  }
  return (
    <View>
      <View className="member-view__figures">
        {answerRate !== null && (
          <View className="member-view__figure">
            <View className="member-view__number">{`${Math.round(answerRate * 100)}%`}</View>
            <View className="lx-soft">回信率</View>
          </View>
        )}
        {usualAnswerHours !== null && (
          <View className="member-view__figure">
            <View className="member-view__number">{`${daysInWords(usualAnswerHours)}内`}</View>
            <View className="lx-soft">通常回复</View>
          </View>
        )}
        <View className="member-view__figure">
          <View className="member-view__number">{`${letters} 封`}</View>
          <View className="lx-soft">收到来信</View>
        </View>
      </View>
      <View className="lx-soft lx-small">
        回信率是已经回复的来信占收到来信的比例；“通常”是一半的来信在这个时间内得到了第一次回复。
      </View>
    </View>
  );
}

interface MemberViewProps {
  readonly id: string;
  /** Has a button of its own for writing; the page for phones has it in its bottom bar. */
  readonly writeButton?: boolean;
}

/** Who a member is and how letters are answered. */
export function MemberView({ id, writeButton = false }: MemberViewProps) {
  const query = useMember(id);
  return (
    <QueryView query={query} loading={<Loading cards={2} label="正在加载委员资料" />}>
      {(member) => (
        <View className="lx-stack">
          <View className="lx-card">
            <View className="member-view__head">
              <Avatar name={member.name} url={member.portraitUrl} size="large" />
              <View className="member-view__words">
                <View className="member-view__name">{member.name}</View>
                <Tag tone="primary">{member.sector.name}</Tag>
              </View>
            </View>
            {writeButton && member.acceptsLetters && (
              <View className="member-view__write">
                <Button block kind="primary" href={writeUrl(member.id)}>
                  {`给${member.name}委员写信`}
                </Button>
              </View>
            )}
          </View>
          {!member.acceptsLetters && (
            <Notice tone="warn">这位委员目前不接收来信，您可以找同一界别或同一乡镇的其他委员。</Notice>
          )}
          <View className="lx-card">
            <View className="member-view__title">回信情况</View>
            <Figures figures={member.figures} />
          </View>
          <View className="lx-card">
            <Facts
              facts={[
                ['工作单位', member.workUnit],
                ['职务', member.post],
                ['专业领域', member.field],
                ['专门委员会', member.committee?.name],
                ['联系乡镇（街道）', member.township?.name],
                ['届次', member.term],
                ['委员编号', member.number],
              ]}
            />
          </View>
          {member.bio && (
            <View className="lx-card">
              <View className="member-view__title">简介</View>
              <View className="lx-prose">{member.bio}</View>
            </View>
          )}
        </View>
      )}
    </QueryView>
  );
}
