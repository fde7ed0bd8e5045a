import { OPINION_THEME_LABELS } from '@lianxin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { api } from '@/api/client';
import type { SectorVoiceSummary } from '@/api/types';
import { Empty } from '@/components/Empty';
import { InfiniteListView } from '@/components/InfiniteListView';
import { Page } from '@/components/Page';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { formatDate } from '@/format/dates';
import { useInfiniteList, useListGestures } from '@/hooks/useInfiniteList';
import { voiceUrl } from '@/navigation/member';
import { RequireMember } from '../parts/RequireMember';
import { VoiceStateTag } from '../parts/UpwardTags';
import { VOICES_KEY } from '../parts/upward-keys';
import '../parts/upward.scss';

/** What is asked of the contributor, or how far it is. */
function wordsOf(voice: SectorVoiceSummary): string {
  if (voice.state === 'circulating' && voice.ownAnswer === 'pending') {
    return voice.objectUntil
      ? `请在${formatDate(voice.objectUntil)}前看看，可以提不同意见。`
      : '请看看，可以提不同意见。';
  }
  return `${voice.contributorCount} 位委员参与，${voice.agreedCount} 位同意${voice.objectedCount > 0 ? `，${voice.objectedCount} 位有不同意见` : ''}。`;
}

function Voices() {
  const queries = useQueryClient();
  const list = useInfiniteList<SectorVoiceSummary>({
    queryKey: [...VOICES_KEY, 'list', 'contributor'],
    load: (cursor, signal) => api.get('/api/v1/sector-voices', { query: { role: 'contributor', cursor }, signal }),
  });
  useListGestures(list);
  useDidShow(() => void queries.invalidateQueries({ queryKey: VOICES_KEY }));
  return (
    <InfiniteListView
      list={list}
      keyOf={(voice) => voice.id}
      label="我参与的界别集体声音"
      empty={<Empty title="还没有界别集体声音" text="召集人把您的意见合进界别集体声音时，会请您看，名字也写在上面。" />}
    >
      {(voice) => (
        <Tappable className="lx-card" href={voiceUrl(voice.id)}>
          <View className="upward__title">{voice.title}</View>
          <View className="upward__tags">
            <VoiceStateTag state={voice.state} />
            <Tag>{OPINION_THEME_LABELS[voice.theme]}</Tag>
            {voice.ownAnswer === 'pending' && voice.state === 'circulating' && <Tag tone="warn">等您回应</Tag>}
          </View>
          <View className="upward__next">{wordsOf(voice)}</View>
          <View className="lx-soft lx-small">{[voice.sectorName, voice.reference].filter(Boolean).join(' · ')}</View>
        </Tappable>
      )}
    </InfiniteListView>
  );
}

/** The sector voices to which the member's opinions contribute (Art. 22). */
export default function VoicesPage() {
  return (
    <Page title="界别集体声音">
      <RequireMember>{() => <Voices />}</RequireMember>
    </Page>
  );
}
