import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import { sentenceOf } from '@/api/problem';
import type { Opinion, OpinionSource } from '@/api/types';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { useOpinionAction } from '../parts/useOpinion';
import { Cosigners } from './Cosigners';
import { LetterPicker } from './LetterPicker';
import { QuoteDialog } from './QuoteDialog';
import type { Autosave } from './useAutosave';
import '../parts/upward.scss';

interface Chosen {
  readonly sourceKind: OpinionSource['sourceKind'];
  readonly sourceId: string;
  readonly quote: string | null;
}

/** The sources as the API takes them. Those whose letter the author may not see any more cannot be there: it is the author who looks. */
function chosenOf(sources: readonly OpinionSource[]): readonly Chosen[] {
  return sources.flatMap(({ sourceKind, sourceId, quote }) => (sourceId ? [{ sourceKind, sourceId, quote }] : []));
}

function Source({ source, onQuote, onRemove }: { source: OpinionSource; onQuote: () => void; onRemove: () => void }) {
  const title = source.title ?? '来信';
  return (
    <View className="upward__item">
      <View>{title}</View>
      <View className="lx-soft lx-small">{source.reference}</View>
      {source.quote ? (
        <View className="lx-prose upward__quote">{source.quote}</View>
      ) : (
        <View className="lx-soft">
          {source.quotable ? '还没有摘抄原话' : '写信人没有同意引用：只作为线索，不摘抄原话'}
        </View>
      )}
      {source.quotable && (
        <View className="lx-soft lx-small">
          {source.shownName ? `写信人同意写姓名：${source.shownName}` : '写信人没有同意写姓名，引用时不写'}
        </View>
      )}
      <View className="lx-row upward__actions">
        {source.quotable && (
          <Button size="small" label={`${source.quote ? '改' : '选'}“${title}”里要引用的话`} onTap={onQuote}>
            {source.quote ? '改引用的话' : '选要引用的话'}
          </Button>
        )}
        <Button size="small" kind="plain" label={`不再用来信“${title}”`} onTap={onRemove}>
          不用这封
        </Button>
      </View>
    </View>
  );
}

interface SourcesStepProps {
  readonly opinion: Opinion;
  readonly autosave: Autosave;
}

/** What the opinion is drawn from, with the passages quoted, and who signs with the author. */
export function SourcesStep({ opinion, autosave }: SourcesStepProps) {
  const act = useOpinionAction(opinion.id);
  const [picking, setPicking] = useState(false);
  const [quoting, setQuoting] = useState<OpinionSource>();
  const [failure, setFailure] = useState<unknown>();
  const put = async (sources: readonly Chosen[]) => {
    setFailure(undefined);
    await autosave.save();
    await act((version) =>
      api.put('/api/v1/opinions/{id}/sources', { path: { id: opinion.id }, body: { version, sources: [...sources] } }),
    );
  };
  const attempt = (sources: readonly Chosen[]) => put(sources).catch(setFailure);
  const chosen = chosenOf(opinion.sources);
  const without = (id: string) => chosen.filter(({ sourceId }) => sourceId !== id);
  return (
    <View className="lx-stack">
      {failure !== undefined && (
        <Notice tone="bad" urgent>
          {sentenceOf(failure)}
        </Notice>
      )}
      <View className="lx-card">
        <View className="upward__part-label">来自哪些来信</View>
        <View className="lx-soft lx-small">写上来源，办理结果就能转告到写信的人。没有来源也可以提交。</View>
        {opinion.sources.map((source) => (
          <Source
            key={source.id}
            source={source}
            onQuote={() => setQuoting(source)}
            onRemove={() => void attempt(without(source.sourceId ?? ''))}
          />
        ))}
        {picking ? (
          <LetterPicker
            chosenIds={chosen.map(({ sourceId }) => sourceId)}
            onAdd={(sourceId) => attempt([...chosen, { sourceKind: 'letter', sourceId, quote: null }])}
            onRemove={(sourceId) => attempt(without(sourceId))}
            onDone={() => setPicking(false)}
          />
        ) : (
          <View className="upward__actions">
            <Button onTap={() => setPicking(true)}>从我的来信里选</Button>
          </View>
        )}
      </View>
      {opinion.kind === 'proposal' && <Cosigners opinion={opinion} autosave={autosave} />}
      {quoting?.sourceId && (
        <QuoteDialog
          letterId={quoting.sourceId}
          quote={quoting.quote}
          onQuote={(quote) =>
            put(chosen.map((one) => (one.sourceId === quoting.sourceId ? { ...one, quote: quote || null } : one)))
          }
          onClose={() => setQuoting(undefined)}
        />
      )}
    </View>
  );
}
