import { CONTRIBUTION_STATE_LABELS, OPINION_THEME_LABELS, type VoiceState } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { api } from '@/api/client';
import type { SectorVoice } from '@/api/types';
import { Empty } from '@/components/Empty';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { accessible } from '@/theme/accessible';
import { OpinionJourney, OpinionText, Section } from '../opinion/OpinionParts';
import { OutcomeCards, useOutcome } from '../parts/OutcomeCards';
import { RequireMember } from '../parts/RequireMember';
import { VoiceStateTag } from '../parts/UpwardTags';
import { VOICES_KEY } from '../parts/upward-keys';
import { Answer } from './Answer';
import '../parts/upward.scss';

/** States in which there may be something to read of what became of it. */
const CAME_BACK: readonly VoiceState[] = ['decided', 'fed_back', 'relayed'];

function Contributors({ voice }: { readonly voice: SectorVoice }) {
  return (
    <Section title="参与的委员">
      {voice.contributors.map((member) => (
        <View key={member.memberId} className="upward__item upward__person">
          <View>{member.self ? '我' : `${member.name}委员`}</View>
          <Tag tone={member.state === 'agreed' ? 'good' : member.state === 'objected' ? 'warn' : 'calm'}>
            {CONTRIBUTION_STATE_LABELS[member.state]}
          </Tag>
        </View>
      ))}
    </Section>
  );
}

function Opinions({ voice }: { readonly voice: SectorVoice }) {
  if (voice.opinions.length === 0) return null;
  return (
    <Section title="由这些意见合成">
      {voice.opinions.map((opinion) => (
        <View key={opinion.id} className="upward__item">
          <View>{opinion.title}</View>
          <View className="lx-soft lx-small">
            {[opinion.reference, opinion.authorNames.join('、')].filter(Boolean).join(' · ')}
          </View>
        </View>
      ))}
    </Section>
  );
}

function VoiceScreen({ voice }: { readonly voice: SectorVoice }) {
  const outcome = useOutcome('sector_voice', voice.id, CAME_BACK.includes(voice.state));
  return (
    <View className="lx-stack">
      <View className="lx-card">
        <View className="upward__head" {...accessible({ role: 'heading' })}>
          {voice.title}
        </View>
        <View className="upward__tags">
          <VoiceStateTag state={voice.state} />
          <Tag>{OPINION_THEME_LABELS[voice.theme]}</Tag>
        </View>
        <View className="lx-soft">
          {[voice.sectorName, `召集人 ${voice.convenerName}`, voice.reference].filter(Boolean).join(' · ')}
        </View>
      </View>
      <Notice title="接下来">{voice.nextStep}</Notice>
      <Answer voice={voice} />
      <OutcomeCards outcome={outcome.data} />
      <OpinionText sections={voice.sections} />
      <Contributors voice={voice} />
      <Opinions voice={voice} />
      <OpinionJourney journey={voice.journey.map(({ text, ...step }) => ({ ...step, detail: text }))} />
    </View>
  );
}

function Loaded({ id }: { readonly id: string }) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [...VOICES_KEY, 'one', id],
    queryFn: ({ signal }) => api.get('/api/v1/sector-voices/{id}', { path: { id }, signal }),
    staleTime: 0,
  });
  usePullDownRefresh(() => {
    void queries.invalidateQueries({ queryKey: VOICES_KEY }).finally(() => Taro.stopPullDownRefresh());
  });
  return <QueryView query={query}>{(voice) => <VoiceScreen voice={voice} />}</QueryView>;
}

/** A sector voice, for a member who contributes to it: the text before it is sent, and what came back. */
export default function VoicePage() {
  const { id } = useRouter().params;
  return (
    <Page title="界别集体声音">
      <RequireMember>
        {() => (id ? <Loaded id={id} /> : <Empty kind="error" title="没有这份集体声音" text="请从列表打开。" />)}
      </RequireMember>
    </Page>
  );
}
