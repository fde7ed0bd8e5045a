import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { Button } from '@/components/Button';
import { LetterCard } from '@/components/LetterCard';
import { Loading } from '@/components/Loading';
import { QueryView } from '@/components/QueryView';
import { letterUrl } from '@/navigation/letters';

const SHOWN = 2;

/** The own letters that moved last; nothing for those who have not written yet. */
export function LatestLetters() {
  const query = useQuery({
    queryKey: ['letters', 'latest'],
    queryFn: ({ signal }) => api.get('/api/v1/letters', { query: { limit: SHOWN }, signal }),
  });
  return (
    <QueryView query={query} loading={<Loading cards={1} label="正在加载我的来信" />}>
      {({ items }) =>
        items.length > 0 && (
          <View>
            <View className="home__head">
              <View className="lx-heading">我的来信</View>
              <Button kind="plain" href="/pages/letters/index">
                全部
              </Button>
            </View>
            <View className="lx-stack">
              {items.map((letter) => (
                <LetterCard key={letter.id} letter={letter} href={letterUrl(letter.id)} />
              ))}
            </View>
          </View>
        )
      }
    </QueryView>
  );
}
