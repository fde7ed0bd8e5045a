import { LIMITS, textLength } from '@lianxin/shared';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { SourceableLetterText } from '@/api/types';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { QueryView } from '@/components/QueryView';
import { Tappable } from '@/components/Tappable';
import { chosenIn, quoteExcess, quoteOf, sentencesOf } from './quote';

interface QuoteDialogProps {
  readonly letterId: string;
  readonly quote: string | null;
  readonly onQuote: (quote: string) => Promise<unknown>;
  readonly onClose: () => void;
}

interface SentencesProps {
  readonly sentences: readonly string[];
  readonly chosen: ReadonlySet<number>;
  readonly onChange: (chosen: ReadonlySet<number>) => void;
}

function Sentences({ sentences, chosen, onChange }: SentencesProps) {
  const toggle = (at: number) => {
    const next = new Set(chosen);
    if (!next.delete(at)) next.add(at);
    onChange(next);
  };
  return (
    <View>
      {sentences.map((sentence, at) =>
        sentence.trim() === '' ? null : (
          <Tappable
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a letter never change; two may be the same.
            key={at}
            role="checkbox"
            checked={chosen.has(at)}
            className={`opinion-edit__sentence ${chosen.has(at) ? 'opinion-edit__sentence--chosen' : ''}`}
            onTap={() => toggle(at)}
          >
            {chosen.has(at) && <View className="opinion-edit__sentence-mark">引用</View>}
            <View>{sentence.trim()}</View>
          </Tappable>
        ),
      )}
    </View>
  );
}

/** Chooses the passage of a letter that the opinion quotes, sentence by sentence, word for word. */
export function QuoteDialog({ letterId, quote, onQuote, onClose }: QuoteDialogProps) {
  const [changed, setChanged] = useState<ReadonlySet<number>>();
  const letter = useQuery({
    queryKey: ['sourceable-letters', letterId],
    queryFn: ({ signal }) => api.get('/api/v1/sourceable-letters/{id}', { path: { id: letterId }, signal }),
  });
  const sentences = sentencesOf(letter.data?.text ?? '');
  const chosen = changed ?? chosenIn(sentences, quote);
  const words = quoteOf(sentences, chosen);
  const excess = quoteExcess(words);
  return (
    <ConfirmDialog
      open
      title="选要引用的话"
      confirmWord="就引用这些"
      incomplete={!letter.data || excess > 0}
      onConfirm={() => onQuote(words)}
      onClose={onClose}
    >
      <QueryView query={letter}>
        {(data: SourceableLetterText) => (
          <View className="lx-stack">
            <View className="lx-soft">
              {data.shownName
                ? `点一句，引用一句。写信人同意写姓名（${data.shownName}）。`
                : '点一句，引用一句。引用时不写写信人的姓名。'}
            </View>
            <Sentences sentences={sentences} chosen={chosen} onChange={setChanged} />
            <View className={excess > 0 ? 'opinion-edit__total--over' : 'lx-soft'}>
              {excess > 0
                ? `多了 ${excess} 字，最多引用 ${LIMITS.sourceQuote} 字`
                : `引用了 ${textLength(words)} / ${LIMITS.sourceQuote} 字`}
            </View>
          </View>
        )}
      </QueryView>
    </ConfirmDialog>
  );
}
