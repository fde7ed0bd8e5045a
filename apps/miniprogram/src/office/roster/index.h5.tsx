import { Tabs } from 'antd';
import { DeskShell } from '../DeskShell';
import { KeptTable } from '../parts/KeptTable';
import { MemberTable } from './MemberTable';
import { RosterImport } from './RosterImport';
import { UNIT_WORDS, useUnits } from './useUnits';
import './index.scss';

const KINDS = ['sector', 'committee', 'township'] as const;

function UnitTable({ kind }: { readonly kind: (typeof KINDS)[number] }) {
  return <KeptTable list={useUnits(kind)} titleHead="名称" linesHead="委员和顺序" />;
}

/** The directory of members: its roster as a file, its entries, its sectors, committees and townships. */
export default function RosterPage() {
  return (
    <DeskShell title="委员名册" url="/office/roster/index">
      <Tabs
        items={[
          { key: 'import', label: '导入和导出', children: <RosterImport /> },
          { key: 'members', label: '委员名录', children: <MemberTable /> },
          ...KINDS.map((kind) => ({ key: kind, label: UNIT_WORDS[kind], children: <UnitTable kind={kind} /> })),
        ]}
      />
    </DeskShell>
  );
}
