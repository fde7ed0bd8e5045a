import { OPINION_KIND_LABELS, OPINION_STATE_LABELS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { SectorOpinion } from '@/api/types';
import { Button } from '@/components/Button';
import { CheckBox } from '@/components/CheckBox';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Tag } from '@/components/Tag';
import { submissionTone, submissionUrl } from '../parts/submissions';

interface SectorOpinionCardProps {
  readonly opinion: SectorOpinion;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
  readonly onAccept: () => void;
}

/** Id of a card in the document, so that the keyboard can bring it into sight. */
export const cardId = (id: string) => `sector-opinion-${id}`;

/** An opinion of the sector: enough of it to see what it is about, and whether it goes into a voice. */
export function SectorOpinionCard({ opinion, current, chosen, onToggle, onAccept }: SectorOpinionCardProps) {
  const { id, reference, kind, title, state, authorNames, excerpt, sourceCount, mergedCount, voiceId } = opinion;
  const words = [
    reference,
    OPINION_KIND_LABELS[kind],
    authorNames.join('、'),
    sourceCount > 0 && `来源 ${sourceCount} 件`,
    mergedCount > 0 && `并入 ${mergedCount} 件`,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <View id={cardId(id)} className={`lx-card sector__card ${current ? 'sector__card--current' : ''}`}>
      {state === 'accepted' ? (
        <CheckBox label={title} hint={words} checked={chosen} onChange={onToggle} />
      ) : (
        <View>
          <View className="sector__title">{title}</View>
          <View className="lx-soft lx-small">{words}</View>
        </View>
      )}
      <View className="sector__excerpt lx-soft">{excerpt}</View>
      <View className="lx-row">
        <Tag tone={submissionTone(state)}>{OPINION_STATE_LABELS[state]}</Tag>
        {state === 'submitted' && <DeadlineTag state={opinion.deadline} dueAt={opinion.due} />}
        {state === 'submitted' && (
          <Button size="small" kind="primary" label={`采集“${title}”`} onTap={onAccept}>
            采集
          </Button>
        )}
        <Button size="small" kind="plain" label={`打开“${title}”`} href={submissionUrl({ kind: 'opinion', id })}>
          打开
        </Button>
        {voiceId && (
          <Button size="small" kind="plain" href={submissionUrl({ kind: 'sector_voice', id: voiceId })}>
            看集体声音
          </Button>
        )}
      </View>
    </View>
  );
}
