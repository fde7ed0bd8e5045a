import { Image, View } from '@tarojs/components';
import { assetUrl } from '@/api/transport';
import { accessible } from '@/theme/accessible';
import './index.scss';

interface AvatarProps {
  readonly name: string;
  readonly url?: string | null;
  readonly size?: 'small' | 'normal' | 'large';
}

/** A person's portrait, or the surname where there is none. The name stands beside it, so screen readers pass it over. */
export function Avatar({ name, url, size = 'normal' }: AvatarProps) {
  return (
    <View className={`lx-avatar lx-avatar--${size}`} {...accessible({ hidden: true })}>
      {url ? (
        <Image className="lx-avatar__portrait" src={assetUrl(url)} mode="aspectFill" lazyLoad />
      ) : (
        ([...name][0] ?? '')
      )}
    </View>
  );
}
