import { View } from '@tarojs/components';
import { ChoiceList } from '@/components/ChoiceList';
import { Page } from '@/components/Page';
import { useLargeText } from '@/hooks/useLargeText';
import { LARGE_TEXT_SIZES } from '@/state/reading';
import './index.scss';

const SIZE_WORDS = ['大', '较大', '更大', '很大', '特大', '超大', '最大'] as const;

/** Large-text mode: on or off, and how large; the page itself shows what it looks like. */
export default function SettingsPage() {
  const { large, size, setLarge, setSize } = useLargeText();
  return (
    <Page title="大字与阅读">
      <View className="lx-stack">
        <View className="lx-card">
          <View className="settings__sample">看看这行字是否清楚：委员听民声，件件有回音。</View>
          <ChoiceList
            label="字的大小"
            choices={[
              { value: 'normal', label: '标准' },
              { value: 'large', label: '大字模式', hint: '字更大、行距更宽、按钮更好点' },
            ]}
            value={large ? 'large' : 'normal'}
            onChange={(value) => setLarge(value === 'large')}
          />
        </View>
        {large && (
          <View className="lx-card">
            <View className="settings__title">字号</View>
            <ChoiceList
              label="大字模式的字号"
              choices={LARGE_TEXT_SIZES.map((each, index) => ({
                value: String(each),
                label: `${SIZE_WORDS[index]}（${each} 号）`,
              }))}
              value={String(size)}
              onChange={(value) => {
                const chosen = LARGE_TEXT_SIZES.find((each) => String(each) === value);
                if (chosen) setSize(chosen);
              }}
            />
          </View>
        )}
      </View>
    </Page>
  );
}
