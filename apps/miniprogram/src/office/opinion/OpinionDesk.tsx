import { View } from '@tarojs/components';
import { useState } from 'react';
import { ApiProblem } from '@/api/problem';
import type { SimilarSubmission } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { AssigneeSelect } from '../parts/AssigneeSelect';
import { DeskNotes } from '../parts/DeskNotes';
import { Journey } from '../parts/Journey';
import { OutcomeCard } from '../parts/OutcomeCard';
import { usePresence } from '../parts/useSubmissionDesk';
import { MergedOpinions } from './MergedOpinions';
import { OpinionActions } from './OpinionActions';
import { OpinionHead } from './OpinionHead';
import { OpinionSources } from './OpinionSources';
import { OpinionText } from './OpinionText';
import { Recognitions } from './Recognitions';
import { SideBySide } from './SideBySide';
import { SimilarList } from './SimilarList';
import { useOpinion } from './useOpinion';
import '../parts/submission.scss';

interface OpinionDeskProps {
  readonly id: string;
}

/** States in which something has become of an opinion. */
const HAS_OUTCOME = ['listed', 'decided', 'fed_back', 'relayed', 'merged'];

/** An opinion as the desks and leaders read it, with what the receiving desk does with it. */
export function OpinionDesk({ id }: OpinionDeskProps) {
  const desk = useOpinion(id);
  const [done, setDone] = useState<string>();
  const [compared, compare] = useState<SimilarSubmission>();
  const [merging, setMerging] = useState(false);
  const opinion = desk.query.data;
  // Returned or passed on, it is no longer for this desk; what was there stays to be read, without anything to do.
  const left = desk.query.error instanceof ApiProblem && desk.query.error.status === 404;
  const receives = !left && (opinion?.viewers.includes('receiver') ?? false);
  const present = usePresence({ kind: 'opinion', id }, receives);
  return (
    <QueryView query={desk.query}>
      {(shown) => (
        <View className="lx-stack submission">
          <OpinionHead opinion={shown} present={present} />
          {done && (
            <Notice tone="good" urgent>
              {done}
            </Notice>
          )}
          {!left && <OpinionActions opinion={shown} desk={desk} onDone={setDone} />}
          {compared && (
            <SideBySide key={compared.id} opinion={shown} other={compared} onClose={() => compare(undefined)}>
              {compared.mergeable && compared.kind === 'opinion' && ['submitted', 'accepted'].includes(shown.state) && (
                <Button size="small" kind="primary" onTap={() => setMerging(true)}>
                  把这件并入相似的一件
                </Button>
              )}
            </SideBySide>
          )}
          <ConfirmDialog
            open={merging}
            title="并入相似的一件？"
            confirmWord="并入"
            onConfirm={async () => {
              if (!compared) return;
              await desk.mergeInto(compared.id);
              compare(undefined);
              setDone('已经并入，之后同进同出。');
            }}
            onClose={() => setMerging(false)}
          >
            {`“${shown.title}”会并入“${compared?.title ?? ''}”，两位委员和各自的来源都保留。`}
          </ConfirmDialog>
          <View className="submission__columns">
            <View className="submission__main lx-stack">
              {!compared && <OpinionText sections={shown.sections} />}
              <OpinionSources sources={shown.sources} />
              <MergedOpinions opinion={shown} onSplit={desk.split} onDone={setDone} />
              {receives && <SimilarList opinion={shown} comparedId={compared?.id} onCompare={compare} />}
              {HAS_OUTCOME.includes(shown.state) && <OutcomeCard about={{ kind: 'opinion', id }} />}
            </View>
            <View className="submission__side lx-stack">
              {receives && (
                <>
                  <AssigneeSelect
                    about={{ kind: 'opinion', id, version: shown.version }}
                    assigneeId={shown.assigneeAccountId}
                  />
                  <DeskNotes about={{ kind: 'opinion', id }} />
                </>
              )}
              <Recognitions
                recognitions={shown.recognitions}
                mayRecord={!left && shown.allowedActions.includes('recognise')}
                onRecord={desk.recognise}
                onForget={desk.forget}
              />
              <Journey steps={shown.journey} />
            </View>
          </View>
        </View>
      )}
    </QueryView>
  );
}
