import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import type { Opinion, SectorVoice, SimilarSubmission } from '@/api/types';
import { Button } from '@/components/Button';
import { QueryView } from '@/components/QueryView';
import { submissionUrl } from '../parts/submissions';
import { useVoice } from '../voice/useVoice';
import { sharedPassages } from './shared-passages';
import { useOpinionQuery } from './useOpinion';

type Written = Pick<Opinion, 'title' | 'sections'> | Pick<SectorVoice, 'title' | 'sections'>;

interface SideBySideProps {
  readonly opinion: Opinion;
  readonly other: SimilarSubmission;
  readonly onClose: () => void;
  /** What can be done with the two, as buttons. */
  readonly children?: ReactNode;
}

const PLACE = 'side-by-side';

const wholeText = ({ sections }: Written) => sections.map(({ text }) => text).join('\n');

function Column({
  heading,
  text,
  other,
}: {
  readonly heading: string;
  readonly text: Written;
  readonly other: Written;
}) {
  return (
    <View className="lx-card lx-stack">
      <View className="lx-soft">{heading}</View>
      <View className="submission__heading">{text.title}</View>
      {text.sections.map((section) => (
        <View key={section.key}>
          <View className="submission__heading">{section.label}</View>
          <View className="lx-prose">
            {sharedPassages(section.text, wholeText(other)).map((passage, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a passage is its place in the text
              <Text key={index} className={passage.shared ? 'submission__shared' : ''}>
                {passage.text}
              </Text>
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}

function Columns({ opinion, other, text }: Omit<SideBySideProps, 'onClose'> & { readonly text: Written }) {
  return (
    <View className="submission__columns submission__columns--even">
      <Column heading="这一件" text={opinion} other={text} />
      <Column heading={other.reference ?? '相似的一件'} text={text} other={opinion} />
    </View>
  );
}

function OtherOpinion(props: Omit<SideBySideProps, 'onClose'>) {
  const query = useOpinionQuery(props.other.id);
  return <QueryView query={query}>{(text) => <Columns {...props} text={text} />}</QueryView>;
}

function OtherVoice(props: Omit<SideBySideProps, 'onClose'>) {
  const { query } = useVoice(props.other.id);
  return <QueryView query={query}>{(text) => <Columns {...props} text={text} />}</QueryView>;
}

/** Two texts beside each other, with what both say marked. */
export function SideBySide({ opinion, other, onClose, children }: SideBySideProps) {
  // It is chosen far below, in the list of what is alike.
  useEffect(() => {
    Taro.pageScrollTo({ selector: `#${PLACE}`, duration: 0 }).catch(() => undefined);
  }, []);
  return (
    <View id={PLACE} className="lx-stack">
      <View className="lx-row">
        <View className="submission__heading">并排对照</View>
        <View className="lx-soft lx-small">标色的字两边都有</View>
        {children}
        <Button size="small" kind="plain" href={submissionUrl(other)}>
          打开相似的一件
        </Button>
        <Button size="small" onTap={onClose}>
          结束对照
        </Button>
      </View>
      {other.kind === 'opinion' ? (
        <OtherOpinion opinion={opinion} other={other} />
      ) : (
        <OtherVoice opinion={opinion} other={other} />
      )}
    </View>
  );
}
