import { useState } from 'react';
import type { Digest } from '@/api/types';
import { downloadDocument } from '../parts/download';

/** What a digest can be downloaded as: the Word document of the meeting, or a table to work with. */
export type DigestFile = 'document' | 'spreadsheet';

/** Downloads a digest; `busy` says which file is on its way. Failures are the caller's to show. */
export function useDigestFiles({ id, title }: Pick<Digest, 'id' | 'title'>) {
  const [busy, setBusy] = useState<DigestFile>();
  const download = async (file: DigestFile) => {
    setBusy(file);
    try {
      await downloadDocument(`/api/v1/digests/${id}/${file}`, `${title}.${file === 'document' ? 'docx' : 'xlsx'}`);
    } finally {
      setBusy(undefined);
    }
  };
  return { busy, download };
}
