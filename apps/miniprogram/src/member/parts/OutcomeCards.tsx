import type { SubmissionKind } from '@lianxin/shared';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '@/api/client';
import type { Outcome } from '@/api/types';
import { LinkRow } from '@/components/LinkRow';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Tag } from '@/components/Tag';
import { formatDate, formatMoment } from '@/format/dates';
import { relayUrl } from '@/navigation/member';
import { accessible } from '@/theme/accessible';
import { DecisionFacts } from './DecisionFacts';
import { RelayStateTag } from './UpwardTags';
import { OPINIONS_KEY, VOICES_KEY } from './upward-keys';
import './upward.scss';

/** What became of an opinion or a sector voice, as far as the member may know. */
export function useOutcome(kind: SubmissionKind, id: string, enabled: boolean) {
  const path = { id };
  return useQuery({
    queryKey: [...(kind === 'opinion' ? OPINIONS_KEY : VOICES_KEY), 'outcome', id],
    queryFn: ({ signal }) =>
      kind === 'opinion'
        ? api.get('/api/v1/opinions/{id}/outcome', { path, signal })
        : api.get('/api/v1/sector-voices/{id}/outcome', { path, signal }),
    enabled,
  });
}

function Heading({ children }: { readonly children: string }) {
  return (
    <View className="upward__part-label" {...accessible({ role: 'heading' })}>
      {children}
    </View>
  );
}

function Decision({ outcome }: { readonly outcome: Outcome }) {
  const { decision, corrected, feedbackText } = outcome;
  if (!decision) return null;
  return (
    <View className="lx-card">
      <Heading>{`主席会议的决定${outcome.meetingName ? `（${outcome.meetingName}）` : ''}`}</Heading>
      <DecisionFacts decision={decision} />
      {feedbackText && <View className="lx-prose upward__actions">{feedbackText}</View>}
      {corrected.length > 0 && (
        <View className="lx-soft lx-small">
          {`这是更正后的决定；原来的决定是“${corrected.map((one) => one.outcomeLabel).join('”“')}”。`}
        </View>
      )}
    </View>
  );
}

function FollowUps({ outcome }: { readonly outcome: Outcome }) {
  if (outcome.followUps.length === 0) return null;
  return (
    <View className="lx-card">
      <Heading>办理进展</Heading>
      {outcome.followUps.map((one) => (
        <View key={one.id} className="upward__item">
          <View className="upward__person">
            <Tag tone={one.status === 'done' ? 'good' : one.status === 'cannot_be_done' ? 'warn' : 'primary'}>
              {one.statusLabel}
            </Tag>
            <View className="lx-soft lx-small">{formatMoment(one.at)}</View>
          </View>
          <View className="lx-prose">{one.text}</View>
          <PhotoGrid photos={one.photos} />
        </View>
      ))}
    </View>
  );
}

function Relays({ outcome }: { readonly outcome: Outcome }) {
  if (outcome.relays.length === 0) return null;
  return (
    <View className="lx-card">
      <Heading>转告写信的群众</Heading>
      <View className="lx-rows">
        {outcome.relays.map((relay) => {
          const when = relay.sentAt ? `${formatMoment(relay.sentAt)}转告` : `${formatDate(relay.due)}前转告`;
          const title = `${relay.own ? '我' : `${relay.memberName}委员`}：${relay.stateLabel}`;
          return relay.own ? (
            <LinkRow key={relay.id} title={title} text={when} href={relayUrl(relay.id)} />
          ) : (
            <View key={relay.id} className="upward__item upward__person">
              <View>{`${relay.memberName}委员`}</View>
              <RelayStateTag state={relay.state} />
              <View className="lx-soft lx-small">{when}</View>
            </View>
          );
        })}
      </View>
    </View>
  );
}

interface OutcomeCardsProps {
  readonly outcome: Outcome | undefined;
}

/** The decision, what was done after it, and how far the people who wrote have been told. Nothing before there is a decision to read. */
export function OutcomeCards({ outcome }: OutcomeCardsProps) {
  if (!outcome) return null;
  return (
    <>
      <Decision outcome={outcome} />
      <FollowUps outcome={outcome} />
      <Relays outcome={outcome} />
    </>
  );
}
