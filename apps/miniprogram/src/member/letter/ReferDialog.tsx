import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { Letter } from '@/api/types';
import { ChoiceList } from '@/components/ChoiceList';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { QueryView } from '@/components/QueryView';

interface ReferDialogProps {
  readonly letter: Letter;
  readonly open: boolean;
  readonly act: (change: () => Promise<Letter>) => Promise<Letter>;
  readonly onClose: () => void;
}

/** Names the right channel for what is not the committee's work (Art. 7). */
export function ReferDialog({ letter, open, act, onClose }: ReferDialogProps) {
  const [channelId, setChannelId] = useState<string>();
  const channels = useQuery({
    queryKey: ['channels', 'active'],
    queryFn: ({ signal }) => api.get('/api/v1/channels', { signal }),
    enabled: open,
  });
  return (
    <ConfirmDialog
      open={open}
      title="转到其他渠道"
      confirmWord="转到这个渠道"
      incomplete={channelId === undefined}
      reason={{ label: '给写信人的说明', hint: '说明为什么去那里办更合适，怎么联系' }}
      onConfirm={(reason) =>
        act(() =>
          api.post('/api/v1/letters/{id}/refer', {
            path: { id: letter.id },
            body: { version: letter.version, channelId: channelId ?? '', reason },
          }),
        )
      }
      onClose={onClose}
    >
      <View className="member-letter__dialog-text">写信人会看到渠道的名称和联系方式。这封信就不再计入您的期限。</View>
      <QueryView query={channels}>
        {({ items }) =>
          items.length === 0 ? (
            <View>办公室还没有登记渠道，请联系政协办公室。</View>
          ) : (
            <ChoiceList
              label="渠道"
              choices={items.map((channel) => ({
                value: channel.id,
                label: channel.name,
                hint: `${channel.contact}。${channel.scope}`,
              }))}
              value={channelId}
              onChange={setChannelId}
            />
          )
        }
      </QueryView>
    </ConfirmDialog>
  );
}
