import { LIMITS } from '@lianxin/shared';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { FormField } from '@/components/FormField';
import { PhotoPicker } from '@/components/PhotoPicker';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { Similar } from './Similar';
import { messageOf, type Writing } from './useWriting';

interface WordsStepProps {
  readonly writing: Writing;
  /** Told whether photos are still on their way. */
  readonly onUploading: (uploading: boolean) => void;
}

/** The matter itself: a title, the words, photos and a place. */
export function WordsStep({ writing, onUploading }: WordsStepProps) {
  const { draft, update, problems } = writing;
  const chooseOnMap = async () => {
    try {
      const { name, address, latitude, longitude } = await Taro.chooseLocation({});
      update({ placeName: name || address, latitude, longitude });
    } catch {
      // Closed without choosing, or not allowed: the place can be typed.
    }
  };
  return (
    <View>
      <FormField
        name="title"
        label="标题"
        hint="一句话说说是什么事，例如：村口路灯坏了一个月"
        error={messageOf(problems, 'title')}
        counter={{ text: draft.title, max: LIMITS.letterTitle }}
      >
        {(control) => <TextField {...control} value={draft.title} onChange={(title) => update({ title })} />}
      </FormField>
      <FormField
        name="text"
        label="内容"
        hint="什么事、在哪里、希望怎么办。想到哪写到哪，写的时候会自动保存。"
        error={messageOf(problems, 'text')}
        counter={{ text: draft.text, max: LIMITS.letterText }}
      >
        {(control) => <TextArea {...control} rows={7} value={draft.text} onChange={(text) => update({ text })} />}
      </FormField>
      <Similar title={draft.title} text={draft.text} />
      <FormField name="photoIds" label="照片" optional error={messageOf(problems, 'photoIds')}>
        {() => (
          <PhotoPicker photos={draft.photos} onChange={(photos) => update({ photos })} onPendingChange={onUploading} />
        )}
      </FormField>
      <FormField
        name="place.name"
        label="地点"
        hint="事情发生在哪里，例如：东河村村委会门口"
        optional
        error={messageOf(problems, 'place.name') ?? messageOf(problems, 'place')}
      >
        {(control) => (
          <View className="lx-stack">
            <TextField
              {...control}
              value={draft.placeName}
              onChange={(placeName) => update({ placeName, latitude: null, longitude: null })}
            />
            {process.env.TARO_ENV === 'weapp' && <Button onTap={() => void chooseOnMap()}>在地图上选</Button>}
          </View>
        )}
      </FormField>
    </View>
  );
}
