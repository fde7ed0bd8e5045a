import { View } from '@tarojs/components';
import type { DigestItem } from '@/api/types';
import { accessible } from '@/theme/accessible';
import { creditsInWords } from './digest-words';
import './SubmissionText.scss';

interface SubmissionTextProps {
  readonly item: Pick<DigestItem, 'submission' | 'credits' | 'text' | 'summary'>;
  /** The office's summary is edited elsewhere on the screen, and not shown here. */
  readonly withoutSummary?: boolean;
}

/** An opinion or a sector voice on a digest, to be read: who says it, in short, and every part of its text. */
export function SubmissionText({ item, withoutSummary = false }: SubmissionTextProps) {
  const { submission, credits, text, summary } = item;
  return (
    <View className="submission-text">
      <View className="submission-text__credits">{creditsInWords(credits)}</View>
      <View className="lx-soft lx-small">
        {[
          submission.kindLabel,
          submission.reference,
          submission.themeLabel,
          submission.sourceCount > 0 && `来自群众 ${submission.sourceCount} 件`,
          submission.mergedCount > 0 && `并入 ${submission.mergedCount} 件`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {summary && !withoutSummary && (
        <View className="submission-text__summary">
          <View className="submission-text__label">摘要</View>
          <View className="lx-prose">{summary}</View>
        </View>
      )}
      {text.map((part) => (
        <View key={part.key} className="submission-text__part">
          <View className="submission-text__label" {...accessible({ role: 'heading' })}>
            {part.label}
          </View>
          <View className="lx-prose">{part.text}</View>
        </View>
      ))}
    </View>
  );
}
