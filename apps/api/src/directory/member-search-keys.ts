import { pinyin } from 'pinyin-pro';
import type { Member } from './member.entity.js';

function syllablesOf(name: string, surname: 'head' | 'off'): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', surname, v: true, nonZh: 'consecutive' })
    .map((syllable) => syllable.toLowerCase().trim())
    .filter((syllable) => /[\p{L}\p{N}]/u.test(syllable));
}

/**
 * What is kept beside a member so that people find and sort it; call it whenever one of these fields changes. A surname is read as a
 * surname (曾 is zeng); the everyday reading (ceng) is found too.
 */
export function searchKeysOf(
  member: Pick<Member, 'name' | 'workUnit' | 'field' | 'post'>,
): Pick<Member, 'pinyin' | 'nameKeys' | 'searchText'> {
  const asSurname = syllablesOf(member.name, 'head');
  const keys = [asSurname, syllablesOf(member.name, 'off')].flatMap((syllables) => [
    syllables.join(''),
    syllables.map((syllable) => [...syllable][0]).join(''),
  ]);
  return {
    pinyin: asSurname.join(' '),
    nameKeys: `|${[...new Set(keys)].join('|')}|`,
    searchText: [member.name, member.workUnit, member.field, member.post].join('\n').toLowerCase(),
  };
}
