import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SectorVoice } from '@/api/types';
import { Button } from '@/components/Button';
import { CheckBox } from '@/components/CheckBox';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { InfiniteListView } from '@/components/InfiniteListView';
import { LinkRow } from '@/components/LinkRow';
import { QueryView } from '@/components/QueryView';
import { OpinionText } from '../opinion/OpinionText';
import { useOpinionQuery } from '../opinion/useOpinion';
import { toggled } from '../parts/selection';
import { submissionUrl } from '../parts/submissions';
import { useSectorOpinions } from '../sector/useSectorOpinions';

interface VoiceOpinionsProps {
  readonly voice: SectorVoice;
  readonly onChoose: (ids: string[]) => Promise<unknown>;
  /** The viewer may open the opinions. */
  readonly openable: boolean;
}

/** The accepted opinions of the sector that could be added. */
function MoreOpinions({
  voice,
  chosen,
  onToggle,
}: {
  voice: SectorVoice;
  chosen: readonly string[];
  onToggle: (id: string) => void;
}) {
  const { list } = useSectorOpinions({ sectorId: voice.sectorId, state: 'accepted' });
  return (
    <InfiniteListView
      list={list}
      keyOf={({ id }) => id}
      label="可以加入的意见"
      empty={<View>没有可以加入的意见。</View>}
    >
      {(opinion) => (
        <CheckBox
          label={opinion.title}
          hint={`${opinion.reference ?? ''} · ${opinion.authorNames.join('、')}`}
          checked={chosen.includes(opinion.id)}
          onChange={() => onToggle(opinion.id)}
        />
      )}
    </InfiniteListView>
  );
}

/** An opinion's text, to have before one's eyes while one writes. */
function WholeText({ id }: { readonly id: string }) {
  const query = useOpinionQuery(id);
  return <QueryView query={query}>{({ sections }) => <OpinionText sections={sections} />}</QueryView>;
}

/** What a voice is composed from; the convener adds and takes out while it is a draft. */
export function VoiceOpinions({ voice, onChoose, openable }: VoiceOpinionsProps) {
  const [readId, read] = useState<string>();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [removing, setRemoving] = useState<SectorVoice['opinions'][number]>();
  const own = voice.opinions.filter(({ merged }) => !merged);
  const mayChange = voice.allowedActions.includes('save');
  const ids = own.map(({ id }) => id);
  return (
    <View className="lx-card lx-stack">
      <View className="submission__heading">{`来自这些意见（${voice.opinions.length} 件）`}</View>
      <View className="submission__rows">
        {voice.opinions.map((opinion) => {
          const words = [
            opinion.reference,
            opinion.authorNames.join('、'),
            opinion.sourceCount > 0 && `来源 ${opinion.sourceCount} 件`,
            opinion.merged && '随另一件并入',
          ]
            .filter(Boolean)
            .join(' · ');
          return (
            <View key={opinion.id}>
              {openable ? (
                <LinkRow title={opinion.title} text={words} href={submissionUrl({ kind: 'opinion', id: opinion.id })} />
              ) : (
                <>
                  <View>{opinion.title}</View>
                  <View className="lx-soft lx-small">{words}</View>
                </>
              )}
              <View className="lx-row">
                {openable && (
                  <Button
                    size="small"
                    kind="plain"
                    label={`${readId === opinion.id ? '收起' : '看'}“${opinion.title}”的全文`}
                    onTap={() => read(readId === opinion.id ? undefined : opinion.id)}
                  >
                    {readId === opinion.id ? '收起全文' : '看全文'}
                  </Button>
                )}
                {mayChange && !opinion.merged && (
                  <Button size="small" kind="plain" label={`拿出“${opinion.title}”`} onTap={() => setRemoving(opinion)}>
                    拿出来
                  </Button>
                )}
              </View>
              {readId === opinion.id && <WholeText id={opinion.id} />}
            </View>
          );
        })}
      </View>
      {mayChange && (
        <Button
          size="small"
          onTap={() => {
            setAdded([]);
            setAdding(true);
          }}
        >
          再加意见
        </Button>
      )}
      {adding && (
        <ConfirmDialog
          open
          title="再加意见"
          confirmWord={`加入 ${added.length} 件`}
          incomplete={added.length === 0}
          onConfirm={() => onChoose([...ids, ...added])}
          onClose={() => setAdding(false)}
        >
          <MoreOpinions voice={voice} chosen={added} onToggle={(id) => setAdded((before) => toggled(before, id))} />
        </ConfirmDialog>
      )}
      <ConfirmDialog
        open={removing !== undefined}
        title="拿出这件意见？"
        confirmWord="拿出来"
        onConfirm={async () => {
          if (removing) await onChoose(ids.filter((id) => id !== removing.id));
        }}
        onClose={() => setRemoving(undefined)}
      >
        {removing && `“${removing.title}”会重新成为单独的一件，它的委员不再署名。`}
      </ConfirmDialog>
    </View>
  );
}
