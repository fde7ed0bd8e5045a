import { useListGestures } from '@/hooks/useInfiniteList';
import { DeskPage } from '../parts/DeskPage';
import { SectorView } from './SectorView';
import { useSector } from './useSector';

function Sector() {
  const sector = useSector();
  useListGestures(sector.list);
  return <SectorView sector={sector} />;
}

/** The convener's page: what the sector's members handed in, and composing voices of it. */
export default function SectorPage() {
  return (
    <DeskPage title="界别意见" url="/office/sector/index">
      <Sector />
    </DeskPage>
  );
}
