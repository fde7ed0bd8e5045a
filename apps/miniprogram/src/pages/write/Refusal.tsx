import { View } from '@tarojs/components';
import { ApiProblem, sentenceOf } from '@/api/problem';
import { Button } from '@/components/Button';
import { ErrorSummary } from '@/components/ErrorSummary';
import { Notice } from '@/components/Notice';
import { letterUrl } from '@/navigation/letters';
import type { DraftProblem } from './draft';

function existingLetter({ extensions }: ApiProblem): string | undefined {
  const existing = extensions.existing as { readonly id?: unknown } | undefined;
  return typeof existing?.id === 'string' ? existing.id : undefined;
}

interface RefusalProps {
  readonly problems: readonly DraftProblem[];
  readonly refusal: unknown;
}

/** Why the letter cannot go on: fields to put right, or that the same was written before, or too much in a short time. */
export function Refusal({ problems, refusal }: RefusalProps) {
  if (refusal instanceof ApiProblem && (refusal.code === 'letter_copied' || refusal.code === 'letter_flood')) {
    const copied = refusal.code === 'letter_copied';
    const existing = existingLetter(refusal);
    return (
      <View className="write__refusal">
        <Notice tone="warn" title={copied ? '这封信您已经写过了' : '今天写得有点多了'} urgent>
          <View>{refusal.detail}</View>
          <View className="write__refusal-action">
            {existing ? (
              <Button href={letterUrl(existing)}>看看写过的那封信</Button>
            ) : (
              <Button href="/pages/letters/index">看看我的来信</Button>
            )}
          </View>
        </Notice>
      </View>
    );
  }
  const message = refusal === undefined || problems.length > 0 ? undefined : sentenceOf(refusal);
  return <ErrorSummary errors={problems} message={message} />;
}
