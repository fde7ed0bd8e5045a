import { LETTER_CATEGORIES, LETTER_CATEGORY_LABELS, MAILBOX_BOX_LABELS, MAILBOX_BOXES } from '@lianxin/shared';
import { ScrollView, View } from '@tarojs/components';
import { SheetSelect } from '@/components/SheetSelect';
import { Tappable } from '@/components/Tappable';
import { TextField } from '@/components/TextField';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { accessible } from '@/theme/accessible';
import { useMailboxCounts } from '../parts/useMailboxCounts';
import type { Inbox } from './useInbox';

interface InboxFiltersProps {
  readonly inbox: Inbox;
}

/** Boxes with their counts, search, and what narrows the list. */
export function InboxFilters({ inbox }: InboxFiltersProps) {
  const { filter, change } = inbox;
  const counts = useMailboxCounts().data;
  const townships = useDirectoryUnits('township');
  return (
    <View className="inbox__filters">
      <ScrollView scrollX className="inbox__boxes" {...accessible({ role: 'tablist', label: '来信分类' })}>
        <View className="inbox__boxes-inside">
          {MAILBOX_BOXES.map((box) => (
            <Tappable
              key={box}
              role="tab"
              selected={box === filter.box}
              className={`inbox__box ${box === filter.box ? 'inbox__box--chosen' : ''}`}
              onTap={() => change({ box })}
            >
              {`${MAILBOX_BOX_LABELS[box]}${counts ? ` ${counts[box]}` : ''}`}
            </Tappable>
          ))}
        </View>
      </ScrollView>
      <TextField
        id="inbox-search"
        kind="search"
        label="搜索来信"
        placeholder="搜索标题、正文、编号"
        value={filter.words}
        onChange={(words) => change({ words })}
      />
      <View className="inbox__selects">
        <SheetSelect
          label="类别"
          noneWord="全部类别"
          choices={LETTER_CATEGORIES.map((value) => ({ value, label: LETTER_CATEGORY_LABELS[value] }))}
          value={filter.category}
          onChange={(value) => change({ category: LETTER_CATEGORIES.find((category) => category === value) })}
        />
        <SheetSelect
          label="乡镇(街道)"
          noneWord="全部乡镇"
          choices={townships.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.townshipId}
          onChange={(townshipId) => change({ townshipId })}
        />
      </View>
    </View>
  );
}
