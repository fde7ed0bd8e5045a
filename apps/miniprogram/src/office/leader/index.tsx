import { View } from '@tarojs/components';
import { LinkRow } from '@/components/LinkRow';
import { useListGestures } from '@/hooks/useInfiniteList';
import { desksOf } from '../DeskShell/desks';
import { DigestCards } from '../digests/DigestCards';
import { useDigests } from '../digests/useDigests';
import { LeaderPage } from './LeaderPage';
import { leaderDigestUrl } from './urls';

function Digests() {
  const { list } = useDigests();
  useListGestures(list);
  const others = desksOf('leader').filter((desk) => !desk.hidden && !desk.url.startsWith('/office/leader'));
  return (
    <View className="lx-stack">
      <DigestCards list={list} urlOf={leaderDigestUrl} emptyText="办公室报送以后，会前就可以在这里阅读、写批注。" />
      {others.length > 0 && (
        <View className="lx-card lx-rows">
          {others.map((desk) => (
            <LinkRow key={desk.url} title={desk.label} href={desk.url} />
          ))}
        </View>
      )}
    </View>
  );
}

/** The digests that the office submitted, for the members of the chairpersons' meeting. */
export default function LeaderHomePage() {
  return (
    <LeaderPage title="主席会议">
      <Digests />
    </LeaderPage>
  );
}
