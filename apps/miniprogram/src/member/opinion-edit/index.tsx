import { View } from '@tarojs/components';
import Taro, { useDidHide, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import type { Opinion } from '@/api/types';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { useSession } from '@/hooks/useSession';
import { replacePage } from '@/navigation';
import { opinionUrl } from '@/navigation/member';
import { RequireMember } from '../parts/RequireMember';
import { RoleTabs } from '../parts/RoleTabs';
import { useOpinion, useOpinionAction } from '../parts/useOpinion';
import { CheckStep } from './CheckStep';
import { Conflicts } from './Conflicts';
import { EDITOR_STEPS, type EditorStep, fieldOfProblem, type Missing, missingOf, stepOfField } from './checks';
import { Finished } from './Finished';
import { SavedLine } from './SavedLine';
import { SourcesStep } from './SourcesStep';
import { useAutosave } from './useAutosave';
import { WhereStep } from './WhereStep';
import { WordsStep } from './WordsStep';
import './index.scss';

const TITLES: Record<EditorStep, string> = { words: '写内容', sources: '来源', where: '交给谁', check: '检查提交' };

const NOT_SAVED = '还有内容没有存到服务器。请看页面上方的提示，处理好再提交；您写的都在本机。';

/** What the API found wrong, as the editor names it. */
function foundBy(error: unknown): readonly Missing[] {
  if (!(error instanceof ApiProblem)) return [];
  return error.errors.map(({ field, message }) => {
    const name = fieldOfProblem(field);
    return { field: name, message, step: stepOfField(name) };
  });
}

function Editor({ opinion }: { readonly opinion: Opinion }) {
  const autosave = useAutosave(opinion);
  const act = useOpinionAction(opinion.id);
  const [step, setStep] = useState<EditorStep>('words');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [held, setHeld] = useState(false);
  useDidHide(() => void autosave.save());

  const goTo = (next: EditorStep) => {
    setStep(next);
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  };
  const pending = opinion.cosigners.filter(({ state }) => state === 'invited').length;
  const own = missingOf(opinion.kind, autosave.fields, pending);
  const missing = own.length > 0 ? own : foundBy(failure);
  const messageOf = (field: string) => (tried ? missing.find((one) => one.field === field)?.message : undefined);
  const submit = async () => {
    setTried(true);
    setFailure(undefined);
    setHeld(false);
    if (own.length > 0) return;
    setBusy(true);
    try {
      if (!(await autosave.save())) {
        setHeld(true);
        return;
      }
      await act((version) => api.post('/api/v1/opinions/{id}/submit', { path: { id: opinion.id }, body: { version } }));
      autosave.forget();
      replacePage(opinionUrl(opinion.id));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const refused = failure !== undefined && missing.length === 0 ? sentenceOf(failure) : undefined;
  const message = held && autosave.state !== 'saved' ? NOT_SAVED : refused;
  const at = EDITOR_STEPS.indexOf(step);
  const before = EDITOR_STEPS[at - 1];
  const after = EDITOR_STEPS[at + 1];
  return (
    <Page
      title={`写${opinion.kindLabel}`}
      bottom={
        <BottomBar>
          {before && (
            <Button block disabled={busy} onTap={() => goTo(before)}>
              上一步
            </Button>
          )}
          {after ? (
            <Button block kind="primary" onTap={() => goTo(after)}>
              下一步
            </Button>
          ) : (
            <Button block kind="primary" busy={busy} onTap={() => void submit()}>
              提交
            </Button>
          )}
        </BottomBar>
      }
    >
      <RoleTabs
        label="写意见建议的步骤"
        tabs={EDITOR_STEPS.map((value) => ({ value, label: TITLES[value] }))}
        value={step}
        onChange={goTo}
      />
      <SavedLine autosave={autosave} />
      {opinion.returnReason && (
        <View className="opinion-edit__notice">
          <Notice tone="warn" title="退回修改">
            {opinion.returnReason}
          </Notice>
        </View>
      )}
      <Conflicts kind={opinion.kind} autosave={autosave} />
      {step === 'words' && <WordsStep opinion={opinion} autosave={autosave} messageOf={messageOf} />}
      {step === 'sources' && <SourcesStep opinion={opinion} autosave={autosave} />}
      {step === 'where' && <WhereStep opinion={opinion} autosave={autosave} messageOf={messageOf} />}
      {step === 'check' && (
        <CheckStep
          opinion={opinion}
          autosave={autosave}
          missing={missing}
          message={message}
          onGoTo={(next) => {
            setTried(true);
            goTo(next);
          }}
        />
      )}
    </Page>
  );
}

function Screen({ id }: { readonly id: string }) {
  const query = useOpinion(id);
  const { data } = query;
  if (!data) {
    return (
      <Page title="写意见建议">
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    );
  }
  return data.allowedActions.includes('save') ? <Editor key={id} opinion={data} /> : <Finished opinion={data} />;
}

/** Writing an opinion (Art. 17–19): saved with every pause, here and on the server. */
export default function OpinionEditPage() {
  const { id } = useRouter().params;
  const { account } = useSession();
  if (account?.memberId && id) return <Screen key={id} id={id} />;
  return (
    <Page title="写意见建议">
      <RequireMember>{() => <Empty kind="error" title="没有这份意见建议" text="请从列表打开。" />}</RequireMember>
    </Page>
  );
}
