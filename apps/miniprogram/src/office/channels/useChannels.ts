import { LIMITS } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Channel } from '@/api/types';
import type { KeptList } from '@/components/KeptForm/kept-list';
import { ACTIVE_CHOICES, inactiveMark } from '../parts/active-field';

type ChannelValues = {
  readonly name: string;
  readonly contact: string;
  readonly scope: string;
  readonly active: string;
};

/** The channels to which members refer what is not the committee's work (Art. 7), as a kept list. */
export function useChannels(): KeptList<Channel, ChannelValues> {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['channels', 'all'],
    queryFn: async ({ signal }) =>
      (await api.get('/api/v1/channels', { query: { includeInactive: true }, signal })).items,
  });
  const again = () => queries.invalidateQueries({ queryKey: ['channels'] });
  return {
    noun: '渠道',
    query,
    fields: [
      { name: 'name', label: '名称', kind: 'line', max: LIMITS.channelName, hint: '例如：12345 政务服务热线' },
      { name: 'contact', label: '联系方式', kind: 'line', max: LIMITS.channelContact, hint: '电话、地址或网址' },
      { name: 'scope', label: '受理范围', kind: 'text', max: LIMITS.channelScope, hint: '什么事去那里办' },
      { name: 'active', label: '状态', kind: 'choice', choices: ACTIVE_CHOICES },
    ],
    empty: { name: '', contact: '', scope: '', active: 'true' },
    keyOf: (channel) => channel.id,
    titleOf: (channel) => channel.name,
    linesOf: (channel) => [channel.contact, channel.scope],
    markOf: inactiveMark,
    valuesOf: ({ name, contact, scope, active }) => ({ name, contact, scope, active: String(active) }),
    create: async ({ name, contact, scope, active }, idempotencyKey) => {
      const channel = await api.post('/api/v1/channels', { body: { name, contact, scope }, idempotencyKey });
      if (active === 'false') {
        const { id, version } = channel;
        await api.patch('/api/v1/channels/{id}', { path: { id }, body: { active: false, version } });
      }
      await again();
    },
    change: ({ id, version }, { active, ...words }) =>
      api
        .patch('/api/v1/channels/{id}', { path: { id }, body: { ...words, active: active === 'true', version } })
        .finally(again),
    emptyText: '登记 12345、信访局等渠道，委员转办时就能选用。',
  };
}
