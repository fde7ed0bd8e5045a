import { View } from '@tarojs/components';
import type { Letter, OnwardJourney } from '@/api/types';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Timeline, type TimelineStep } from '@/components/Timeline';
import { nextOf } from './journey';
import { type WholeStep, wholeJourney } from './onward';

function Told({ step }: { readonly step: WholeStep }) {
  return (
    <>
      {step.matter && <View className="lx-soft lx-small">{step.matter}</View>}
      {step.text && <View className="lx-prose">{step.text}</View>}
      <PhotoGrid photos={step.photos} />
    </>
  );
}

interface JourneyProps {
  readonly letter: Letter;
  readonly onward: OnwardJourney | undefined;
}

/** The whole way in one line: the letter, what was made of it, the outcome, and what comes next. */
export function Journey({ letter, onward }: JourneyProps) {
  const steps: TimelineStep[] = wholeJourney(letter, onward).map((step) => ({
    key: step.key,
    title: step.title,
    at: step.at,
    text: step.matter || step.text || step.photos.length > 0 ? <Told step={step} /> : undefined,
  }));
  const open = onward?.matters.filter(({ next }) => next !== null) ?? [];
  for (const [at, { next }] of open.entries()) if (next) steps.push({ key: `next-${at}`, title: next });
  // Once the matter has gone onward, that is what the writer waits for.
  const own = nextOf(letter);
  if (own && !onward?.matters.length) steps.push({ key: 'next', title: own });
  return <Timeline steps={steps} />;
}
