import type { ContributionState } from '@lianxin/shared';
import { View } from '@tarojs/components';
import type { SectorVoice } from '@/api/types';
import { Notice } from '@/components/Notice';
import { Tag, type Tone } from '@/components/Tag';

const TONES: Record<ContributionState, Tone> = { pending: 'calm', agreed: 'good', objected: 'bad' };

interface ContributorsProps {
  readonly voice: Pick<SectorVoice, 'contributors' | 'circulatedAt' | 'state'>;
}

/** Everyone credited in a voice, with what each says to the text. */
export function Contributors({ voice: { contributors, circulatedAt, state } }: ContributorsProps) {
  const objections = contributors.filter(({ words }) => words);
  const asked = circulatedAt !== null && state !== 'draft';
  return (
    <View className="lx-card lx-stack">
      <View className="submission__heading">{`署名委员（${contributors.length} 位）`}</View>
      {objections.map(({ memberId, name, words }) => (
        <Notice key={memberId} tone="bad" title={`${name}委员有不同意见`}>
          {words}
        </Notice>
      ))}
      {contributors.map(({ memberId, name, state: answer, stateLabel, self }) => (
        <View key={memberId} className="lx-row">
          <View>{self ? `${name}（我）` : name}</View>
          {asked && <Tag tone={TONES[answer]}>{stateLabel}</Tag>}
        </View>
      ))}
    </View>
  );
}
