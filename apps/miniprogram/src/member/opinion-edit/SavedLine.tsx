import { View } from '@tarojs/components';
import { sentenceOf } from '@/api/problem';
import { Button } from '@/components/Button';
import { accessible } from '@/theme/accessible';
import type { Autosave, SavedState } from './useAutosave';
import './index.scss';

const WORDS: Record<SavedState, string> = {
  saved: '已保存',
  saving: '正在保存…',
  waiting: '网络没有连上，已存在本机，连上后自动保存',
  conflict: '另一台设备也改了同一处，请在下面选用哪一份',
  refused: '有内容太长或没有存上，已存在本机',
};

/** Where the words are now: always in sight, never in the way. */
export function SavedLine({ autosave }: { readonly autosave: Autosave }) {
  const { state, unsaved, refusal, save } = autosave;
  const words = state === 'saved' && unsaved.length > 0 ? '正在输入，停下来就保存' : WORDS[state];
  const trouble = state === 'waiting' || state === 'conflict' || state === 'refused';
  return (
    <View
      className={`opinion-edit__saved ${trouble ? 'opinion-edit__saved--warn' : ''}`}
      {...accessible({ role: 'status' })}
    >
      {words}
      {refusal !== undefined && <View>{sentenceOf(refusal)}</View>}
      {(state === 'waiting' || refusal !== undefined) && (
        <Button size="small" kind="plain" onTap={() => void save()}>
          现在再试
        </Button>
      )}
    </View>
  );
}
