import { LIMITS } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { DirectoryUnit } from '@/api/types';
import type { KeptList } from '@/components/KeptForm/kept-list';
import { ACTIVE_CHOICES, inactiveMark } from '../parts/active-field';

type UnitValues = { readonly name: string; readonly position: string; readonly active: string };

/** What the units of the directory are called. */
export const UNIT_WORDS: Record<DirectoryUnit['kind'], string> = {
  sector: '界别',
  committee: '专门委员会',
  township: '乡镇(街道)',
};

/** The sectors, special committees or townships of the directory, as a kept list. */
export function useUnits(kind: DirectoryUnit['kind']): KeptList<DirectoryUnit, UnitValues> {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['directory-units', 'kept', kind],
    queryFn: async ({ signal }) =>
      (await api.get('/api/v1/directory-units', { query: { kind, includeInactive: true }, signal })).items,
  });
  const again = () => queries.invalidateQueries({ queryKey: ['directory-units'] });
  const amend = ({ id, version }: DirectoryUnit, { name, position, active }: UnitValues) =>
    api.patch('/api/v1/directory-units/{id}', {
      path: { id },
      body: { name, active: active === 'true', version, ...(position !== '' && { position: Number(position) }) },
    });
  return {
    noun: UNIT_WORDS[kind],
    query,
    fields: [
      { name: 'name', label: '名称', kind: 'line', max: LIMITS.directoryName },
      { name: 'position', label: '排列顺序', kind: 'digits', optional: true, hint: '数字小的排在前面；不填排在最后' },
      { name: 'active', label: '状态', kind: 'choice', choices: ACTIVE_CHOICES },
    ],
    empty: { name: '', position: '', active: 'true' },
    keyOf: (unit) => unit.id,
    titleOf: (unit) => unit.name,
    linesOf: (unit) => [`${unit.memberCount} 位委员 · 排在第 ${unit.position}`],
    markOf: inactiveMark,
    valuesOf: ({ name, position, active }) => ({ name, position: String(position), active: String(active) }),
    create: async (values, idempotencyKey) => {
      const unit = await api.post('/api/v1/directory-units', { body: { kind, name: values.name }, idempotencyKey });
      if (values.position !== '' || values.active === 'false') await amend(unit, values);
      await again();
    },
    change: (unit, values) => amend(unit, values).finally(again),
    emptyText: `还没有${UNIT_WORDS[kind]}。`,
  };
}
