import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tarojs/taro';
import { Tabs } from 'antd';
import { useRef, useState } from 'react';
import { Empty } from '@/components/Empty';
import { QueryView } from '@/components/QueryView';
import { useWide } from '@/hooks/useWide';
import { DeskShell } from '../DeskShell';
import { ArrangeTab } from './ArrangeTab';
import { ChooseTab } from './ChooseTab';
import { DecideTab } from './DecideTab';
import { DigestHead } from './DigestHead';
import { FeedbackTab } from './FeedbackTab';
import { PhoneChoose } from './PhoneChoose';
import { DIGEST_TAB_LABELS, type DigestTab, firstTabOf, tabsOf } from './tabs';
import { digestQuery, useDigest } from './useDigest';
import './index.scss';

interface OneDigestProps {
  readonly id: string;
  readonly opened: DigestTab | undefined;
}

function OneDigest({ id, opened }: OneDigestProps) {
  const work = useDigest(id);
  const wide = useWide();
  const [chosen, setChosen] = useState(opened);
  // The part that is shown stays as long as it is there; adding to an empty digest must not lead away.
  const shown = useRef<DigestTab>();
  return (
    <QueryView query={work.query}>
      {(digest) => {
        const tabs = tabsOf(digest);
        const tab = [chosen, shown.current].find((each) => each && tabs.includes(each)) ?? firstTabOf(digest);
        shown.current = tab;
        return (
          <>
            <DigestHead digest={digest} work={work} />
            {tabs.length > 1 && (
              <Tabs
                activeKey={tab}
                onChange={(key) => setChosen(key as DigestTab)}
                items={tabs.map((key) => ({ key, label: DIGEST_TAB_LABELS[key] }))}
              />
            )}
            {tab === 'choose' && (wide ? <ChooseTab digest={digest} work={work} /> : <PhoneChoose work={work} />)}
            {tab === 'arrange' && <ArrangeTab digest={digest} work={work} />}
            {tab === 'decide' && <DecideTab digest={digest} work={work} />}
            {tab === 'feedback' && <FeedbackTab digestId={id} />}
          </>
        );
      }}
    </QueryView>
  );
}

/** One digest: built by the office, decided by the chairpersons' meeting, fed back to the members behind it (Art. 19, 22). */
export default function DigestPage() {
  const { id, tab } = useRouter<{ id?: string; tab?: DigestTab }>().params;
  // Only what the page below has brought already.
  const { data } = useQuery({ ...digestQuery(id ?? ''), enabled: false });
  return (
    <DeskShell title={data?.title ?? '汇总'} url="/office/digest/index">
      {id ? (
        <OneDigest key={id} id={id} opened={tab} />
      ) : (
        <Empty kind="error" title="没有这次汇总" text="请从汇总报送里打开。" />
      )}
    </DeskShell>
  );
}
