import { LIMITS } from '@lianxin/shared';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import { LetterCard } from '@/components/LetterCard';
import { PublishedAnswerItem } from '@/components/PublishedAnswerItem';
import { useDebounced } from '@/hooks/useDebounced';
import { letterUrl } from '@/navigation/letters';

/** Milliseconds of rest in typing before looking, and characters without which it makes no sense. */
const REST = 900;
const FEWEST = 6;

function firstCharacters(text: string, max: number): string {
  return [...text.trim()].slice(0, max).join('');
}

interface SimilarProps {
  readonly title: string;
  readonly text: string;
}

/** What has been said before about the same matter: own letters and published answers. Nothing while there is none. */
export function Similar(props: SimilarProps) {
  const title = useDebounced(firstCharacters(props.title, LIMITS.letterTitle), REST);
  const text = useDebounced(firstCharacters(props.text, LIMITS.letterText), REST);
  const { data } = useQuery({
    queryKey: ['letters', 'similar', title, text],
    queryFn: ({ signal }) => api.post('/api/v1/letters/similar', { body: { title, text }, signal }),
    enabled: title.length + text.length >= FEWEST,
    placeholderData: (before) => before,
  });
  if (!data || (data.own.length === 0 && data.published.length === 0)) return null;
  return (
    <View className="write__similar">
      {data.own.length > 0 && (
        <View className="lx-stack">
          <View className="write__similar-title">您写过类似的信，可以先看看</View>
          {data.own.map((letter) => (
            <LetterCard key={letter.id} letter={letter} href={letterUrl(letter.id)} />
          ))}
        </View>
      )}
      {data.published.length > 0 && (
        <View className="lx-stack">
          <View className="write__similar-title">也许这里已经有答案</View>
          {data.published.map((answer) => (
            <PublishedAnswerItem key={answer.id} answer={answer} />
          ))}
        </View>
      )}
      <View className="lx-soft lx-small">看完还想写，接着写就行，您写的内容都在。</View>
    </View>
  );
}
