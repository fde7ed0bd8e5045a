import type { InputRef } from 'antd';
import type { RefObject } from 'react';
import type { IntakeItem } from '@/api/types';
import type { DeskKey } from '../parts/desk-keys';
import { useDeskKeys } from '../parts/useDeskKeys';
import type { useIntake } from './useIntake';

interface IntakeKeys {
  readonly intake: Pick<ReturnType<typeof useIntake>, 'current' | 'move' | 'toggle'>;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly askToAccept: (item: IntakeItem) => void;
  readonly takeOn: (item: IntakeItem) => void;
  readonly search: RefObject<InputRef>;
  readonly help: () => void;
}

/** The queue by keyboard. @returns its keys, for the help */
export function useIntakeKeys(props: IntakeKeys): readonly DeskKey[] {
  const { intake, open, setOpen, askToAccept, takeOn, search, help } = props;
  const { current } = intake;
  const keys: readonly DeskKey[] = [
    { key: 'j', words: '下一件', run: () => intake.move(1) },
    { key: 'k', words: '上一件', run: () => intake.move(-1) },
    { key: 'Enter', words: '打开这件', run: () => current && setOpen(true) },
    { key: 'Escape', words: '关上，回到列表', run: () => open && setOpen(false) },
    { key: 'a', words: '采集这件', run: () => !open && current?.state === 'submitted' && askToAccept(current) },
    // What is open beside the list has these keys itself.
    { key: 'r', words: '退回修改（打开以后）', run: () => undefined },
    { key: 'p', words: '转到别的部门（打开以后）', run: () => undefined },
    { key: 'g', words: '并入另一件（打开以后）', run: () => undefined },
    { key: 'm', words: '由我负责', run: () => current && takeOn(current) },
    { key: 'x', words: '选上，或不选', run: () => current && intake.toggle(current.id) },
    { key: '/', words: '搜索', run: () => search.current?.focus() },
    { key: '?', words: '看这张表', run: help },
  ];
  useDeskKeys(keys);
  return keys;
}
