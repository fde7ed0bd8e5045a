import { type OpinionState, TOPIC_USE_LABELS } from '@lianxin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '@/api/client';
import type { Opinion } from '@/api/types';
import { Button } from '@/components/Button';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { LinkRow } from '@/components/LinkRow';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { replacePage } from '@/navigation';
import { opinionEditUrl, opinionHistoryUrl } from '@/navigation/member';
import { accessible } from '@/theme/accessible';
import { ConfirmAct } from '../parts/ConfirmAct';
import { OutcomeCards, useOutcome } from '../parts/OutcomeCards';
import { RequireMember } from '../parts/RequireMember';
import { OpinionStateTag } from '../parts/UpwardTags';
import { OPINIONS_KEY } from '../parts/upward-keys';
import { useOpinion, useOpinionAction } from '../parts/useOpinion';
import { Cosign } from './Cosign';
import {
  OpinionCosigners,
  OpinionFacts,
  OpinionJourney,
  OpinionSources,
  OpinionText,
  Recognitions,
} from './OpinionParts';
import '../parts/upward.scss';

/** States in which there may be something to read of what became of it. */
const CAME_BACK: readonly OpinionState[] = ['merged', 'decided', 'fed_back', 'relayed'];

function Head({ opinion }: { readonly opinion: Opinion }) {
  return (
    <View className="lx-card">
      <View className="upward__head" {...accessible({ role: 'heading' })}>
        {opinion.title || '还没有标题'}
      </View>
      <View className="upward__tags">
        <OpinionStateTag state={opinion.state} />
        <Tag>{opinion.kindLabel}</Tag>
        {opinion.topicUse && <Tag>{TOPIC_USE_LABELS[opinion.topicUse]}</Tag>}
        <DeadlineTag state={opinion.deadline} dueAt={opinion.intakeDue} />
      </View>
      {opinion.reference && <View className="lx-soft">{opinion.reference}</View>}
    </View>
  );
}

function Actions({ opinion }: { readonly opinion: Opinion }) {
  const act = useOpinionAction(opinion.id);
  const may = (action: Opinion['allowedActions'][number]) => opinion.allowedActions.includes(action);
  if (!may('save') && !may('withdraw')) return null;
  return (
    <View className="lx-row">
      {may('save') && (
        <Button kind="primary" href={opinionEditUrl(opinion.id)}>
          {opinion.state === 'returned' ? '修改后再交' : '接着写'}
        </Button>
      )}
      {may('withdraw') && (
        <ConfirmAct
          word="撤回"
          title={opinion.state === 'draft' ? '不要这份草稿了' : '撤回这份意见建议'}
          kind="danger"
          onConfirm={() =>
            act((version) =>
              api.post('/api/v1/opinions/{id}/withdraw', { path: { id: opinion.id }, body: { version } }),
            )
          }
        >
          撤回以后不再办理，也不能恢复。
        </ConfirmAct>
      )}
    </View>
  );
}

function OpinionScreen({ opinion }: { readonly opinion: Opinion }) {
  const outcome = useOutcome('opinion', opinion.id, CAME_BACK.includes(opinion.state));
  const [declined, setDeclined] = useState(false);
  if (declined) {
    return (
      <Empty title="已告诉对方您这次不参加" text="谢谢您看过。">
        <Button kind="primary" onTap={() => replacePage('/member/opinions/index?role=cosigner')}>
          回到列表
        </Button>
      </Empty>
    );
  }
  const isAuthor = opinion.viewers.includes('author');
  return (
    <View className="lx-stack">
      <Head opinion={opinion} />
      <Notice title="接下来">{opinion.nextStep}</Notice>
      {opinion.returnReason && (
        <Notice tone="warn" title="退回修改">
          {opinion.returnReason}
        </Notice>
      )}
      {opinion.mergedInto && (
        <Notice tone="good" title="已和相近的意见合在一起">
          {`并入${opinion.mergedInto.kind === 'sector_voice' ? '界别集体声音' : '另一份意见'}${opinion.mergedInto.reference ? `（${opinion.mergedInto.reference}）` : ''}。您的名字和来源都在，结果一样会反馈给您。`}
        </Notice>
      )}
      <Cosign opinion={opinion} onDeclined={() => setDeclined(true)} />
      <Actions opinion={opinion} />
      <OutcomeCards outcome={outcome.data} />
      <Recognitions recognitions={opinion.recognitions} />
      <OpinionText sections={opinion.sections} />
      <OpinionSources sources={opinion.sources} />
      <OpinionCosigners cosigners={opinion.cosigners} />
      <OpinionFacts opinion={opinion} />
      <OpinionJourney journey={opinion.journey} />
      {isAuthor && (
        <View className="lx-card lx-rows">
          <LinkRow title="看以前的版本" text="每次修改都留着，可以比较" href={opinionHistoryUrl(opinion.id)} />
        </View>
      )}
    </View>
  );
}

function Loaded({ id }: { readonly id: string }) {
  const query = useOpinion(id);
  const queries = useQueryClient();
  usePullDownRefresh(() => {
    void queries.invalidateQueries({ queryKey: OPINIONS_KEY }).finally(() => Taro.stopPullDownRefresh());
  });
  return <QueryView query={query}>{(opinion) => <OpinionScreen opinion={opinion} />}</QueryView>;
}

/** One opinion, for its author and those who sign it: where it stands, its words, where it came from and what came back. */
export default function OpinionPage() {
  const { id } = useRouter().params;
  return (
    <Page title="意见建议">
      <RequireMember>
        {() => (id ? <Loaded id={id} /> : <Empty kind="error" title="没有这份意见建议" text="请从列表打开。" />)}
      </RequireMember>
    </Page>
  );
}
