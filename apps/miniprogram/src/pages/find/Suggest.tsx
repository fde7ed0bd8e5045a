import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { MemberSuggestions } from '@/components/MemberSuggestions';
import { TextArea } from '@/components/TextArea';
import { memberUrl } from '@/navigation/letters';

/** As many characters as a suggestion needs at least to mean something. */
const FEWEST = 4;
const MOST = 2000;

interface SuggestProps {
  readonly onClose: () => void;
}

/** For those who know their matter and not whom to tell it: says who may be right, and why. */
export function Suggest({ onClose }: SuggestProps) {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const text = words.trim();
  return (
    <View>
      <View className="lx-card">
        <FormField
          name="matter"
          label="您想说什么事？"
          hint="写一两句就行，例如：村口的路灯坏了一个月没人修"
          error={text.length > MOST ? `最多 ${MOST} 字` : undefined}
        >
          {(control) => <TextArea {...control} value={words} onChange={setWords} rows={3} />}
        </FormField>
        <View className="lx-row">
          <Button kind="primary" disabled={text.length < FEWEST || text.length > MOST} onTap={() => setAsked(text)}>
            推荐委员
          </Button>
          <Button kind="plain" onTap={onClose}>
            收起
          </Button>
        </View>
      </View>
      {asked && (
        <View>
          <View className="lx-heading">这几位委员可能合适</View>
          <MemberSuggestions text={asked} hrefOf={(member) => memberUrl(member.id)} />
        </View>
      )}
    </View>
  );
}
