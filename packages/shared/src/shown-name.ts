import type { NameDisplay } from './words.js';

/** Surnames of two characters; all others have one. */
const DOUBLE_SURNAME = /^(欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|夏侯)/;

/** A writer's name as the addressee reads it: whole, surname only (`张**`), or none at all. */
export function shownNameOf(name: string, display: NameDisplay): string {
  if (display === 'hidden') return '匿名群众';
  if (display === 'full') return name;
  const surname = DOUBLE_SURNAME.exec(name)?.[0] ?? [...name][0] ?? '';
  return `${surname}**`;
}
