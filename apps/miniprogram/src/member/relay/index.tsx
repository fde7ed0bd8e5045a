import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '@/api/client';
import type { Relay } from '@/api/types';
import { Button } from '@/components/Button';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Empty } from '@/components/Empty';
import { LinkRow } from '@/components/LinkRow';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { PhotoGrid } from '@/components/PhotoGrid';
import { QueryView } from '@/components/QueryView';
import { Tag } from '@/components/Tag';
import { formatMoment } from '@/format/dates';
import { pageUrl, replacePage } from '@/navigation';
import { opinionUrl, relayUrl } from '@/navigation/member';
import { accessible } from '@/theme/accessible';
import { DecisionFacts } from '../parts/DecisionFacts';
import { RequireMember } from '../parts/RequireMember';
import { RelayStateTag } from '../parts/UpwardTags';
import { RELAYS_KEY } from '../parts/upward-keys';
import { nextRelay } from './next-relay';
import { RelayForm } from './RelayForm';
import '../parts/upward.scss';

/** After sending: who is next, without going back to the list. */
function Next({ sentId }: { readonly sentId: string }) {
  const waiting = useQuery({
    queryKey: [...RELAYS_KEY, 'list', 'next'],
    queryFn: ({ signal }) => api.get('/api/v1/relays', { query: { limit: 10 }, signal }),
    staleTime: 0,
  });
  const next = nextRelay(waiting.data?.items ?? [], sentId);
  return (
    <View className="lx-stack">
      {next ? (
        <Button kind="primary" block onTap={() => replacePage(relayUrl(next.id))}>
          {next.letter ? `下一位：${next.letter.writerName}` : '下一位'}
        </Button>
      ) : (
        waiting.data && <Notice tone="good">都转告完了，谢谢您。</Notice>
      )}
      <Button block onTap={() => replacePage('/member/relays/index')}>
        回到列表
      </Button>
    </View>
  );
}

function Told({ relay }: { readonly relay: Relay }) {
  if (!relay.followUp) {
    return (
      <View className="lx-card">
        <View className="upward__part-label">转告什么</View>
        <DecisionFacts decision={relay.decision} />
      </View>
    );
  }
  const { statusLabel, text, photos } = relay.followUp;
  return (
    <View className="lx-card">
      <View className="upward__part-label">转告办理进展</View>
      <Tag tone="primary">{statusLabel}</Tag>
      <View className="lx-prose">{text}</View>
      <PhotoGrid photos={photos} />
    </View>
  );
}

function Done({ relay, sentNow }: { readonly relay: Relay; readonly sentNow: boolean }) {
  return (
    <>
      {sentNow && (
        <Notice tone="good" title="已经发出" urgent>
          审核通过后对方就能在信里看到，通常只要几分钟。
        </Notice>
      )}
      <View className="lx-card">
        <View className="upward__part-label">
          {relay.sentAt ? `您转告的话（${formatMoment(relay.sentAt)}）` : '您转告的话'}
        </View>
        <View className="lx-prose">{relay.text}</View>
      </View>
    </>
  );
}

function RelayScreen({ relay }: { readonly relay: Relay }) {
  const [sentNow, setSentNow] = useState(false);
  const { letter } = relay;
  const open = relay.allowedActions.includes('send');
  return (
    <View className="lx-stack">
      <View className="lx-card">
        <View className="upward__head" {...accessible({ role: 'heading' })}>
          {letter ? `${letter.writerName}写的“${letter.title}”` : relay.opinion.title}
        </View>
        <View className="upward__tags">
          <RelayStateTag state={relay.state} />
          {open && <DeadlineTag state={relay.deadline} dueAt={relay.due} />}
        </View>
        {letter && (
          <LinkRow
            title="看原来的信"
            text={letter.reference}
            href={pageUrl('/member/letter/index', { id: letter.id })}
          />
        )}
        <LinkRow
          title={relay.opinion.title}
          text={relay.opinion.reference ?? '我的意见建议'}
          href={opinionUrl(relay.opinion.id)}
        />
      </View>
      {relay.withheldReason && (
        <Notice tone="bad" title="上次的话没有通过审核">
          {`原因：${relay.withheldReason}。请改一改再发。`}
        </Notice>
      )}
      {relay.state === 'superseded' && (
        <Notice tone="warn">这个决定后来有更正，请转告更正后的结果，不用再发这一条。</Notice>
      )}
      <Told relay={relay} />
      {open ? (
        <RelayForm key={relay.id} relay={relay} onSent={() => setSentNow(true)} />
      ) : (
        relay.state !== 'superseded' && <Done relay={relay} sentNow={sentNow} />
      )}
      {sentNow && <Next sentId={relay.id} />}
    </View>
  );
}

function Loaded({ id }: { readonly id: string }) {
  const query = useQuery({
    queryKey: [...RELAYS_KEY, 'one', id],
    queryFn: ({ signal }) => api.get('/api/v1/relays/{id}', { path: { id }, signal }),
    staleTime: 0,
  });
  return <QueryView query={query}>{(relay) => <RelayScreen key={relay.id} relay={relay} />}</QueryView>;
}

/** Tells one person who wrote what became of it: look, change if wished, send, and on to the next. */
export default function RelayPage() {
  const { id } = useRouter().params;
  return (
    <Page title="转告群众">
      <RequireMember>
        {() => (id ? <Loaded key={id} id={id} /> : <Empty kind="error" title="没有这条转告" text="请从列表打开。" />)}
      </RequireMember>
    </Page>
  );
}
