import { SheetSelect } from '@/components/SheetSelect';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import type { FILTERS } from './filters';

interface UnitFilterProps {
  readonly filter: (typeof FILTERS)[number];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** Narrows the directory down to one sector, township or committee; says how many members each has. */
export function UnitFilter({ filter, value, onChange }: UnitFilterProps) {
  const units = useDirectoryUnits(filter.kind);
  return (
    <SheetSelect
      label={filter.label}
      noneWord={filter.noneWord}
      choices={units.map((unit) => ({ value: unit.id, label: unit.name, hint: `${unit.memberCount} 位委员` }))}
      value={value}
      onChange={onChange}
    />
  );
}
