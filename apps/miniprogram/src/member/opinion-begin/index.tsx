import { OPINION_KIND_LABELS, OPINION_KINDS, type OpinionKind } from '@lianxin/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '@/api/client';
import { ApiProblem, sentenceOf } from '@/api/problem';
import { Button } from '@/components/Button';
import { ChoiceList } from '@/components/ChoiceList';
import { FormField } from '@/components/FormField';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { useDraft } from '@/hooks/useDraft';
import { replacePage } from '@/navigation';
import { opinionEditUrl } from '@/navigation/member';
import { RequireMember } from '../parts/RequireMember';
import { OPINIONS_KEY } from '../parts/upward-keys';

const HINTS: Record<OpinionKind, string> = {
  information: '一事一报：一件事的情况、分析和建议，1500 字以内',
  proposal: '案由、理由、办法，可以请其他委员联名',
  speech: '在全体会议上的发言',
  topic: '建议研究、视察、协商什么（第十八条）',
  work_advice: '对政协工作的意见（第十九条）',
};

/** The letter that the opinion is drawn from, by its title. */
function FromLetter({ id }: { readonly id: string }) {
  const { data } = useQuery({
    queryKey: ['sourceable-letters', id],
    queryFn: ({ signal }) => api.get('/api/v1/sourceable-letters/{id}', { path: { id }, signal }),
  });
  if (!data) return null;
  return (
    <Notice tone="good" title="从这封来信写起">
      <View>{`${data.reference} ${data.title}`}</View>
      <View className="lx-soft">
        {data.quotable ? '写信人同意引用信里的原话。' : '写信人没有同意引用，只能作为线索，不能摘抄原话。'}
      </View>
    </Notice>
  );
}

function Begin() {
  const { letterId } = useRouter().params;
  const queries = useQueryClient();
  const draft = useDraft<{ kind: OpinionKind | null }>(`opinion-begin:${letterId ?? 'nothing'}`, { kind: null });
  const { kind } = draft.value;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const begin = async () => {
    if (!kind) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const sources = letterId ? [{ sourceKind: 'letter' as const, sourceId: letterId }] : [];
      const opinion = await api.post('/api/v1/opinions', {
        body: { kind, sources },
        idempotencyKey: draft.idempotencyKey,
      });
      draft.clear();
      void queries.invalidateQueries({ queryKey: OPINIONS_KEY });
      replacePage(opinionEditUrl(opinion.id));
    } catch (error) {
      if (error instanceof ApiProblem) draft.renewKey();
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <View className="lx-stack">
      {letterId && <FromLetter id={letterId} />}
      {failure !== undefined && (
        <Notice tone="bad" urgent>
          {sentenceOf(failure)}
        </Notice>
      )}
      <FormField name="kind" label="写成哪一种？">
        {(control) => (
          <ChoiceList
            id={control.id}
            label={control.label}
            choices={OPINION_KINDS.map((value) => ({ value, label: OPINION_KIND_LABELS[value], hint: HINTS[value] }))}
            value={kind ?? undefined}
            onChange={(chosen) => {
              // Another kind is another request.
              draft.renewKey();
              draft.update({ kind: chosen });
            }}
          />
        )}
      </FormField>
      <Button kind="primary" block busy={busy} disabled={!kind} onTap={() => void begin()}>
        开始写
      </Button>
    </View>
  );
}

/** The one question before an opinion is written: of which kind. */
export default function OpinionBeginPage() {
  return (
    <Page title="写意见建议">
      <RequireMember>{() => <Begin />}</RequireMember>
    </Page>
  );
}
