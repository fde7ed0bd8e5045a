import type { SearchHit } from '@/api/types';
import { pageUrl } from '@/navigation';
import { letterUrl } from '@/navigation/letters';
import { opinionUrl, voiceUrl } from '@/navigation/member';
import { submissionUrl } from '../parts/submissions';

/** Where a text that was found opens, as the person reads it who found it. */
export function hitUrl({ kind, id, as }: Pick<SearchHit, 'kind' | 'id' | 'as'>): string {
  switch (kind) {
    case 'letter':
      if (as === 'writer') return letterUrl(id);
      return pageUrl(as === 'addressee' ? '/member/letter/index' : '/office/letter/index', { id });
    case 'opinion':
      return as === 'author' ? opinionUrl(id) : submissionUrl({ kind, id });
    case 'sector_voice':
      return as === 'author' ? voiceUrl(id) : submissionUrl({ kind, id });
    case 'digest':
      return pageUrl(as === 'leader' ? '/office/leader/digest/index' : '/office/digest/index', { id });
  }
}
