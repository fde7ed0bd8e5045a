import { ArrowDown } from '@nutui/icons-react-taro';
import { Popup } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWide } from '@/hooks/useWide';
import { accessible } from '@/theme/accessible';
import { Button } from '../Button';
import { type Choice, ChoiceList } from '../ChoiceList';
import { Tappable } from '../Tappable';
import './index.scss';

interface SheetSelectProps {
  readonly id?: string;
  /** What is chosen here, for example `界别`. */
  readonly label: string;
  /** Shown while nothing is chosen, and as the first choice. */
  readonly noneWord: string;
  readonly choices: readonly Choice<string>[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

const NONE = '';

/** One of many choices: a field that opens a sheet with all of them. */
export function SheetSelect({ id, label, noneWord, choices, value, onChange }: SheetSelectProps) {
  const [open, setOpen] = useState(false);
  const wide = useWide();
  const chosen = choices.find((choice) => choice.value === value);
  const choose = (next: string) => {
    onChange(next === NONE ? undefined : next);
    setOpen(false);
  };
  return (
    <View className="lx-sheet-select">
      <Tappable
        id={id}
        className={`lx-sheet-select__field ${chosen ? 'lx-sheet-select__field--chosen' : ''}`}
        label={`${label}：${chosen?.label ?? noneWord}，点按更改`}
        onTap={() => setOpen(true)}
      >
        <View className="lx-sheet-select__words">{chosen?.label ?? noneWord}</View>
        <View className="lx-sheet-select__arrow" {...accessible({ hidden: true })}>
          <ArrowDown size={14} color="currentColor" />
        </View>
      </Tappable>
      <Popup visible={open} position={wide ? 'center' : 'bottom'} round onClose={() => setOpen(false)} destroyOnClose>
        <View className="lx-sheet-select__sheet" {...accessible({ role: 'dialog', label })}>
          <View className="lx-sheet-select__head">
            <View className="lx-sheet-select__title">{label}</View>
            <Button kind="plain" onTap={() => setOpen(false)}>
              关闭
            </Button>
          </View>
          <View className="lx-sheet-select__choices">
            <ChoiceList
              label={label}
              choices={[{ value: NONE, label: noneWord }, ...choices]}
              value={value ?? NONE}
              onChange={choose}
            />
          </View>
        </View>
      </Popup>
    </View>
  );
}
