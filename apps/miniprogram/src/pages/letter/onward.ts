import type { Letter, OnwardJourney } from '@/api/types';

type Matter = OnwardJourney['matters'][number];
type Step = Matter['steps'][number];

/** One step of the whole way: the letter's own, or one of what was made of it. */
export interface WholeStep {
  readonly key: string;
  readonly at: string;
  readonly title: string;
  readonly text: string | undefined;
  readonly photos: Step['photos'];
  /** What was made of the letter, where there are several such things. */
  readonly matter: string | undefined;
}

/** Told by the letter's own journey, and told better by the way onward: with the member's words. */
const TOLD_TWICE = 'letter_relayed';

/**
 * The whole way of a letter, from sending to the outcome, oldest first: its own steps and those of everything that was made of it.
 * Of two steps at the same moment the letter's own comes first.
 */
export function wholeJourney(letter: Pick<Letter, 'journey'>, onward: OnwardJourney | undefined): readonly WholeStep[] {
  const matters = onward?.matters ?? [];
  const several = matters.length > 1;
  const told = matters.some(({ steps }) => steps.some(({ type }) => type === 'relay' || type === 'follow_up'));
  const own = letter.journey
    .filter(({ type }) => !(told && type === TOLD_TWICE))
    .map(({ id, at, title, detail }): WholeStep => {
      return { key: id, at, title, text: detail ?? undefined, photos: [], matter: undefined };
    });
  const onwardSteps = matters.flatMap((matter, which) =>
    matter.steps.map(({ at, title, text, photos }, index): WholeStep => {
      const key = `${which}-${index}`;
      return { key, at, title, text: text ?? undefined, photos, matter: several ? matter.title : undefined };
    }),
  );
  return [...own, ...onwardSteps].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
