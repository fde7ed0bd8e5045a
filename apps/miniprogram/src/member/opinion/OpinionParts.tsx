import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Opinion } from '@/api/types';
import { Facts } from '@/components/Facts';
import { Timeline } from '@/components/Timeline';
import { formatDate } from '@/format/dates';
import { accessible } from '@/theme/accessible';
import { CosignTag } from '../parts/UpwardTags';
import '../parts/upward.scss';

/** A card with its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <View className="lx-card">
      <View className="upward__part-label" {...accessible({ role: 'heading' })}>
        {title}
      </View>
      {children}
    </View>
  );
}

/** The text, part by part. */
export function OpinionText({ sections }: { readonly sections: Opinion['sections'] }) {
  return (
    <View className="lx-card">
      {sections.map(({ key, label, text }) => (
        <View key={key} className="upward__part">
          <View className="upward__part-label" {...accessible({ role: 'heading' })}>
            {label}
          </View>
          <View className="lx-prose">{text || '（还没有写）'}</View>
        </View>
      ))}
    </View>
  );
}

/** What it was drawn from; who said it only where the writer agreed. */
export function OpinionSources({ sources }: { readonly sources: Opinion['sources'] }) {
  if (sources.length === 0) return null;
  return (
    <Section title="来自群众的话">
      {sources.map((source) => (
        <View key={source.id} className="upward__item">
          {source.quote && <View className="lx-prose upward__quote">{source.quote}</View>}
          <View className="lx-soft">
            {[
              source.title ? `${source.reference ?? '来信'}“${source.title}”` : '一封来信',
              source.shownName ?? (source.quotable ? '不写姓名' : '未同意引用'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </View>
      ))}
    </Section>
  );
}

/** Who signs with the author. */
export function OpinionCosigners({ cosigners }: { readonly cosigners: Opinion['cosigners'] }) {
  if (cosigners.length === 0) return null;
  return (
    <Section title="联名委员">
      {cosigners.map((member) => (
        <View key={member.memberId} className="upward__item upward__person">
          <View>{`${member.self ? '我' : member.name}（${member.sectorName}）`}</View>
          <CosignTag state={member.state} />
        </View>
      ))}
    </Section>
  );
}

/** What was taken up above the county, and instructions of leaders. */
export function Recognitions({ recognitions }: { readonly recognitions: Opinion['recognitions'] }) {
  if (recognitions.length === 0) return null;
  return (
    <Section title="上级采用和批示">
      {recognitions.map((one) => (
        <View key={one.id} className="upward__item">
          <View>{`${one.kindLabel}：${one.body}`}</View>
          <View className="lx-soft">{`《${one.document}》 ${formatDate(one.date)}`}</View>
          {one.note && <View className="lx-prose">{one.note}</View>}
        </View>
      ))}
    </Section>
  );
}

/** What it is about and who has it. */
export function OpinionFacts({ opinion }: { readonly opinion: Opinion }) {
  return (
    <View className="lx-card">
      <Facts
        facts={[
          ['作者', `${opinion.author.name}（${opinion.sectorName}）`],
          ['主题', opinion.themeLabel],
          ['乡镇（街道）', opinion.townshipName],
          ['交给', opinion.deskName],
          ['建议承办单位', opinion.suggestedBody],
          ['建议组织单位', opinion.topicBody],
        ]}
      />
    </View>
  );
}

/** The steps it has taken. */
export function OpinionJourney({ journey }: { readonly journey: Opinion['journey'] }) {
  if (journey.length === 0) return null;
  return (
    <Section title="走到哪一步了">
      <Timeline
        steps={journey.map(({ id, title, at, detail }) => ({ key: id, title, at, text: detail ?? undefined }))}
      />
    </Section>
  );
}
