import type { Opinion } from '@/api/types';

/** Characters that the API takes to look for likeness. */
const ENOUGH = 500;

/** What of an opinion is looked for among those in hand: title and text, as far as is needed. */
export function textToCompare({ title, sections }: Pick<Opinion, 'title' | 'sections'>): string {
  const text = [title, ...sections.map((section) => section.text)].join('\n').trim();
  return [...text].slice(0, ENOUGH).join('');
}

/** How like two texts are, in words and in percent: `很像 82%`. */
export function likenessInWords(likeness: number): string {
  const percent = `${Math.round(likeness * 100)}%`;
  if (likeness >= 0.6) return `很像 ${percent}`;
  return likeness >= 0.35 ? `比较像 ${percent}` : `有点像 ${percent}`;
}
