import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { ChoiceList } from '@/components/ChoiceList';
import { Empty } from '@/components/Empty';
import { QueryView } from '@/components/QueryView';
import { DeskPage } from '../parts/DeskPage';
import { PhoneArrange } from './PhoneArrange';
import { PhoneChoose } from './PhoneChoose';
import { PhoneDecide } from './PhoneDecide';
import { PhoneFeedback } from './PhoneFeedback';
import { PhoneHead } from './PhoneHead';
import { DIGEST_TAB_LABELS, type DigestTab, firstTabOf, tabsOf } from './tabs';
import { useDigest } from './useDigest';
import './phone.scss';

interface OneDigestProps {
  readonly id: string;
  readonly opened: DigestTab | undefined;
}

function OneDigest({ id, opened }: OneDigestProps) {
  const work = useDigest(id);
  const [chosen, setChosen] = useState(opened);
  // The part that is shown stays as long as it is there; adding to an empty digest must not lead away.
  const shown = useRef<DigestTab>();
  usePullDownRefresh(() => {
    void work.refresh().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <QueryView query={work.query}>
      {(digest) => {
        const tabs = tabsOf(digest);
        const tab = [chosen, shown.current].find((each) => each && tabs.includes(each)) ?? firstTabOf(digest);
        shown.current = tab;
        return (
          <View className="lx-stack">
            <PhoneHead digest={digest} work={work} />
            {tabs.length > 1 && (
              <ChoiceList
                label="做哪一步"
                choices={tabs.map((value) => ({ value, label: DIGEST_TAB_LABELS[value] }))}
                value={tab}
                onChange={setChosen}
              />
            )}
            {tab === 'choose' && <PhoneChoose work={work} />}
            {tab === 'arrange' && <PhoneArrange digest={digest} work={work} />}
            {tab === 'decide' && <PhoneDecide digest={digest} work={work} />}
            {tab === 'feedback' && <PhoneFeedback digestId={id} />}
          </View>
        );
      }}
    </QueryView>
  );
}

/** One digest: built by the office, decided by the chairpersons' meeting, fed back to the members behind it (Art. 19, 22). */
export default function DigestPage() {
  const { id, tab } = useRouter<{ id?: string; tab?: DigestTab }>().params;
  return (
    <DeskPage title="汇总" url="/office/digest/index">
      {id ? (
        <OneDigest key={id} id={id} opened={tab} />
      ) : (
        <Empty kind="error" title="没有这次汇总" text="请从汇总报送里打开。" />
      )}
    </DeskPage>
  );
}
