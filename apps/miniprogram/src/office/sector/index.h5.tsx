import { useState } from 'react';
import { useListGestures } from '@/hooks/useInfiniteList';
import { useWide } from '@/hooks/useWide';
import { DeskShell } from '../DeskShell';
import { KeyHelp } from '../parts/KeyHelp';
import { useDeskKeys } from '../parts/useDeskKeys';
import { SECTOR_KEYS, SectorView } from './SectorView';
import { useSector } from './useSector';

function Sector() {
  const sector = useSector();
  useListGestures(sector.list);
  return <SectorView sector={sector} />;
}

/** The convener's page: what the sector's members handed in, and composing voices of it. */
export default function SectorPage() {
  const wide = useWide();
  const [helping, setHelping] = useState(false);
  const help = { key: '?', words: '看这张表', run: () => setHelping(true) };
  useDeskKeys([help]);
  return (
    <DeskShell
      title="界别意见"
      url="/office/sector/index"
      actions={wide && <KeyHelp keys={[...SECTOR_KEYS, help]} open={helping} onOpen={setHelping} />}
    >
      <Sector />
    </DeskShell>
  );
}
