import { LETTER_CATEGORY_LABELS } from '@lianxin/shared';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Letter } from '@/api/types';
import { consentInWords } from '@/format/consent';
import { formatMoment } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import { Button } from '../Button';
import { DeadlineTag } from '../DeadlineTag';
import { StateTag } from '../StateTag';
import { Tag } from '../Tag';
import './index.scss';

interface LetterFactsProps {
  readonly letter: Letter;
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <View className="lx-letter-facts__fact">
      <Text className="lx-soft">{`${name}：`}</Text>
      <Text userSelect>{children}</Text>
    </View>
  );
}

function showOnMap(place: { name: string; latitude: number; longitude: number }): void {
  Taro.openLocation({ ...place, scale: 16 }).catch(() => undefined);
}

/** Head of a letter for those who work on it: what it is, whose, since when, where, and by when an answer is due. */
export function LetterFacts({ letter }: LetterFactsProps) {
  const { place } = letter;
  const due = letter.state === 'answered' ? letter.closingDue : letter.firstAnswerDue;
  return (
    <View className="lx-card lx-letter-facts">
      <View className="lx-letter-facts__title" {...accessible({ role: 'heading' })}>
        {letter.title}
      </View>
      <View className="lx-letter-facts__tags">
        <StateTag state={letter.state} />
        <DeadlineTag state={letter.deadline} dueAt={due} />
        <Tag>{LETTER_CATEGORY_LABELS[letter.category]}</Tag>
      </View>
      <Fact name="编号">{letter.reference}</Fact>
      <Fact name="写信人">{[letter.writerName, letter.townshipName].filter(Boolean).join(' · ')}</Fact>
      <Fact name="收信委员">{`${letter.member.name}（${letter.member.sectorName}）`}</Fact>
      <Fact name="寄出时间">{formatMoment(letter.sentAt)}</Fact>
      {place && <Fact name="反映的地点">{place.name}</Fact>}
      {place && place.latitude !== null && place.longitude !== null && process.env.TARO_ENV !== 'h5' && (
        <Button
          size="small"
          onTap={() =>
            showOnMap({ name: place.name, latitude: Number(place.latitude), longitude: Number(place.longitude) })
          }
        >
          在地图上看
        </Button>
      )}
      <Fact name="用于意见建议">{consentInWords(letter)}</Fact>
      {letter.referral && <Fact name="已转渠道">{`${letter.referral.channelName}（${letter.referral.contact}）`}</Fact>}
    </View>
  );
}
