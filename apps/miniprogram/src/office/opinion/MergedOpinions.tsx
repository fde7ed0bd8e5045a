import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Opinion } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { LinkRow } from '@/components/LinkRow';
import { Notice } from '@/components/Notice';
import { submissionUrl } from '../parts/submissions';

type Merged = Opinion['merged'][number];

interface MergedOpinionsProps {
  readonly opinion: Opinion;
  readonly onSplit: (merged: Pick<Opinion, 'id' | 'version'>) => Promise<unknown>;
  readonly onDone: (words: string) => void;
}

/** What was merged under an opinion, or into what it was merged itself; and taking it out again. */
export function MergedOpinions({ opinion, onSplit, onDone }: MergedOpinionsProps) {
  const [splitting, setSplitting] = useState<Pick<Merged, 'id' | 'version' | 'title'>>();
  const { merged, mergedInto } = opinion;
  // Only before a digest has it can something be taken out again; the API decides in any case.
  const separable = opinion.state === 'accepted' && opinion.viewers.includes('receiver');
  return (
    <>
      {mergedInto && (
        <View className="lx-card lx-stack">
          <Notice title="已经并入">
            {`它并入了${mergedInto.reference ?? ''}“${mergedInto.title ?? '另一件'}”，之后同进同出。`}
          </Notice>
          <View className="lx-row">
            <Button size="small" href={submissionUrl(mergedInto)}>
              打开并入的那件
            </Button>
            {opinion.allowedActions.includes('split') && (
              <Button size="small" onTap={() => setSplitting(opinion)}>
                拆出来
              </Button>
            )}
          </View>
        </View>
      )}
      {merged.length > 0 && (
        <View className="lx-card">
          <View className="submission__heading">{`并入这件的意见（${merged.length} 件）`}</View>
          <View className="lx-rows">
            {merged.map((one) => (
              <View key={one.id}>
                <LinkRow
                  title={one.title}
                  text={`${one.reference ?? ''} · ${one.authorName} · 来源 ${one.sourceCount} 件`}
                  href={submissionUrl({ kind: 'opinion', id: one.id })}
                />
                {separable && (
                  <Button size="small" kind="plain" label={`拆出“${one.title}”`} onTap={() => setSplitting(one)}>
                    拆出来
                  </Button>
                )}
              </View>
            ))}
          </View>
        </View>
      )}
      <ConfirmDialog
        open={splitting !== undefined}
        title="拆出来？"
        confirmWord="拆出来"
        onConfirm={async () => {
          if (!splitting) return;
          await onSplit(splitting);
          onDone('已经拆出来，它又是单独的一件。');
        }}
        onClose={() => setSplitting(undefined)}
      >
        {splitting && `“${splitting.title}”会重新成为单独的一件，来源不变。`}
      </ConfirmDialog>
    </>
  );
}
