import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { IssuedLinkCode } from '@/api/types';
import { Button } from '@/components/Button';
import { formatMoment } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import './IssuedCode.scss';

interface IssuedCodeProps {
  readonly issued: IssuedLinkCode;
  readonly onPutAway: () => void;
}

/** A code as it is read out on the telephone; it is shown this once. */
export function IssuedCode({ issued, onPutAway }: IssuedCodeProps) {
  return (
    <View className="lx-card issued-code" {...accessible({ role: 'alert' })}>
      <View>{`${issued.memberName}委员的关联码`}</View>
      <View className="issued-code__code" {...accessible({ label: [...issued.code].join(' ') })}>
        {issued.code}
      </View>
      <View>{`请在小程序“我的 → 关联委员身份”里输入，${formatMoment(issued.expiresAt)}前有效，只能用一次。`}</View>
      <View className="lx-soft">关掉以后就看不到这个码了；需要时可以重新发一个，旧的随即作废。</View>
      <View className="lx-row issued-code__actions">
        <Button kind="primary" onTap={() => void Taro.setClipboardData({ data: issued.code })}>
          复制
        </Button>
        {process.env.TARO_ENV === 'h5' && <Button onTap={() => window.print()}>打印</Button>}
        <Button kind="plain" onTap={onPutAway}>
          已经告诉委员，关掉
        </Button>
      </View>
    </View>
  );
}
