import { INFORMATION_MAX, OPINION_SECTIONS, type OpinionKind, textLength } from '@lianxin/shared';
import { MATTER_OPINIONS, type MatterOpinion } from './matter-opinions.js';
import { fill, MATTERS, type Matter } from './matters.js';

/** A matter as an opinion reflects it. */
export interface ReflectedMatter {
  readonly matter: Matter;
  readonly opinion: MatterOpinion;
}

/** The places in a matter's words are told apart by nothing but their length, so the shortest fitting title wins. */
const KNOWN = MATTERS.flatMap((matter) => {
  const opinion = MATTER_OPINIONS[matter.title];
  if (!opinion) throw new Error(`nothing is made of the matter “${matter.title}”`);
  const pattern = new RegExp(`^${matter.title.replaceAll('{地}', '.{1,12}')}$`, 'u');
  return [{ matter, opinion, pattern }];
});

/** All matters with what is made of them. */
export const REFLECTED: readonly ReflectedMatter[] = KNOWN;

/** The matter that a letter of this title is about, or undefined for a letter of somebody who tried the product out. */
export function matterOfLetter(title: string): ReflectedMatter | undefined {
  return KNOWN.find(({ pattern }) => pattern.test(title));
}

/** The parts of an opinion on a matter, by the keys of its kind. */
export function opinionParts(
  kind: OpinionKind,
  { matter, opinion }: ReflectedMatter,
  place: string,
): { key: string; text: string }[] {
  const situation = fill(matter.text, { place, duration: '较长时间' });
  const texts: Record<string, string> = {
    situation: `群众来信反映：${situation}`,
    analysis: opinion.analysis,
    suggestion: opinion.suggestion,
    cause: `${opinion.title.replace(/^关于/u, '').replace(/的建议$/u, '')}，回应群众关切。`,
    grounds: `群众来信反映：${situation}\n${opinion.analysis}`,
    measures: opinion.suggestion,
    background: opinion.analysis,
    question: `${opinion.title.replace(/^关于/u, '').replace(/的建议$/u, '')}，难点在哪里，外地有什么做法。`,
  };
  const parts = OPINION_SECTIONS[kind].map(({ key }) => ({ key, text: texts[key] ?? '' }));
  const length = parts.reduce((sum, { text }) => sum + textLength(text), 0);
  if (kind === 'information' && length > INFORMATION_MAX) throw new Error(`${opinion.title} is too long`);
  return parts;
}

/** A passage of a letter that says what it is about: its first sentences, word for word. */
export function passageOf(text: string): string {
  const sentences = text.split(/(?<=[。！？])/u).map((sentence) => sentence.trim());
  const telling = sentences.find((sentence) => textLength(sentence) >= 12) ?? text;
  return [...telling].slice(0, 200).join('');
}
