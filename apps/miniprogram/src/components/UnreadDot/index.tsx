import { View } from '@tarojs/components';
import './index.scss';

interface UnreadDotProps {
  /** How many are unread; nothing is shown for none. */
  readonly count?: number;
}

/** A red mark for what is unread, with its number. The control around it has to say it in words. */
export function UnreadDot({ count = 0 }: UnreadDotProps) {
  if (count <= 0) return null;
  return <View className="lx-unread-dot">{count > 99 ? '99+' : String(count)}</View>;
}
