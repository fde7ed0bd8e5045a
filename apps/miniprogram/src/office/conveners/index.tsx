import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SectorConvener } from '@/api/types';
import { LinkRow } from '@/components/LinkRow';
import { QueryView } from '@/components/QueryView';
import { DeskPage } from '../parts/DeskPage';
import { AppointDialog } from './AppointDialog';
import { useConveners } from './useConveners';

function Conveners() {
  const { query, appoint } = useConveners();
  const [chosen, choose] = useState<SectorConvener>();
  return (
    <>
      <QueryView query={query}>
        {(sectors) => (
          <View className="lx-card lx-rows">
            {sectors.map((sector) => (
              <LinkRow
                key={sector.sectorId}
                title={sector.sectorName}
                text={sector.convener ? `召集人 ${sector.convener.name}` : '还没有召集人'}
                onTap={() => choose(sector)}
              />
            ))}
          </View>
        )}
      </QueryView>
      {chosen && <AppointDialog sector={chosen} appoint={appoint} onClose={() => choose(undefined)} />}
    </>
  );
}

/** The office appoints who convenes each sector (Art. 22). */
export default function ConvenersPage() {
  return (
    <DeskPage title="界别召集人" url="/office/conveners/index">
      <Conveners />
    </DeskPage>
  );
}
