import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { assetUrl } from '@/api/transport';
import type { Photo } from '@/api/types';
import { Tappable } from '../Tappable';
import './index.scss';

interface PhotoGridProps {
  readonly photos: readonly Pick<Photo, 'id' | 'url' | 'thumbnailUrl'>[];
}

/** Photos as thumbnails; a tap shows them whole, one after the other. */
export function PhotoGrid({ photos }: PhotoGridProps) {
  if (photos.length === 0) return null;
  const urls = photos.map((photo) => assetUrl(photo.url));
  const preview = (index: number) => {
    Taro.previewImage({ urls, current: urls[index] }).catch(() => undefined);
  };
  return (
    <View className="lx-photo-grid">
      {photos.map((photo, index) => (
        <Tappable
          key={photo.id}
          className="lx-photo-grid__photo"
          label={`查看第 ${index + 1} 张照片，共 ${photos.length} 张`}
          onTap={() => preview(index)}
        >
          <Image className="lx-photo-grid__image" src={assetUrl(photo.thumbnailUrl)} mode="aspectFill" lazyLoad />
        </Tappable>
      ))}
    </View>
  );
}
