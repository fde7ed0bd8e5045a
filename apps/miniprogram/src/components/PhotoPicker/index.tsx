import { LIMITS } from '@lianxin/shared';
import { Close, Photograph } from '@nutui/icons-react-taro';
import { Image, View } from '@tarojs/components';
import { useEffect } from 'react';
import { assetUrl } from '@/api/transport';
import type { Photo } from '@/api/types';
import { accessible } from '@/theme/accessible';
import { Button } from '../Button';
import { Tappable } from '../Tappable';
import { type PendingPhoto, usePhotoUploads } from './usePhotoUploads';
import './index.scss';

interface PhotoPickerProps {
  /** The photos that the server has; keep them with the draft. */
  readonly photos: readonly Photo[];
  readonly onChange: (photos: readonly Photo[]) => void;
  readonly max?: number;
  readonly disabled?: boolean;
  /** Told whether photos are still on their way or have failed: then the form should not be sent yet. */
  readonly onPendingChange?: (pending: boolean) => void;
}

function RemoveButton({ label, onTap }: { readonly label: string; readonly onTap: () => void }) {
  return (
    <View className="lx-photo-picker__remove">
      <Tappable label={label} onTap={onTap} className="lx-photo-picker__remove-button">
        <View className="lx-photo-picker__remove-mark">
          <Close size={12} color="currentColor" />
        </View>
      </Tappable>
    </View>
  );
}

/** Adds photos to a form; each is sent as soon as it is chosen, and shows how far it is. */
export function PhotoPicker(props: PhotoPickerProps) {
  const { photos, onChange, max = LIMITS.letterPhotos, disabled = false, onPendingChange } = props;
  const { pending, add, retry, cancel, remove, room } = usePhotoUploads(photos, onChange, max);
  const busy = pending.length > 0;
  useEffect(() => onPendingChange?.(busy), [busy, onPendingChange]);
  const failures = pending.filter((item): item is PendingPhoto & { failure: string } => item.failure !== undefined);

  return (
    <View className="lx-photo-picker">
      <View className="lx-photo-picker__photos">
        {photos.map((photo, index) => (
          <View key={photo.id} className="lx-photo-picker__photo">
            <Image className="lx-photo-picker__image" src={assetUrl(photo.thumbnailUrl)} mode="aspectFill" />
            {!disabled && <RemoveButton label={`移除第 ${index + 1} 张照片`} onTap={() => remove(photo)} />}
          </View>
        ))}
        {pending.map((item) => (
          <View key={item.key} className="lx-photo-picker__photo">
            <Image
              className="lx-photo-picker__image lx-photo-picker__image--pending"
              src={item.localUrl}
              mode="aspectFill"
            />
            <View className="lx-photo-picker__progress" {...accessible({ live: 'polite' })}>
              {item.failure ? '没传上' : `${item.percent}%`}
            </View>
            <RemoveButton label="不要这张照片" onTap={() => cancel(item)} />
          </View>
        ))}
        {room > 0 && !disabled && (
          <Tappable className="lx-photo-picker__add" label={`添加照片，还可以添加 ${room} 张`} onTap={() => void add()}>
            <Photograph size={24} color="currentColor" />
            <View>添加照片</View>
          </Tappable>
        )}
      </View>
      {failures.map((item) => (
        <View key={item.key} className="lx-photo-picker__failure" {...accessible({ role: 'alert' })}>
          <View className="lx-photo-picker__reason">{item.failure}</View>
          {!item.hopeless && (
            <Button size="small" onTap={() => retry(item)}>
              再传一次
            </Button>
          )}
        </View>
      ))}
      <View className="lx-photo-picker__hint">{`最多 ${max} 张，每张不超过 ${LIMITS.photoBytes / 1024 / 1024} MB`}</View>
    </View>
  );
}
