import { NetworkFailure, readProblem } from '@/api/problem';
import { assetUrl, authorization } from '@/api/transport';
import { useSessionStore } from '@/state/session';

/**
 * Fetches a Word or Excel file of the API and saves it, in the browser.
 * @throws {ApiProblem} the API refused. @throws {NetworkFailure} nothing came back.
 */
export async function downloadDocument(path: string, fileName: string): Promise<void> {
  const headers = authorization(useSessionStore.getState().session?.token);
  const answer = await fetch(assetUrl(path), { headers }).catch(() => {
    throw new NetworkFailure('offline');
  });
  if (!answer.ok) throw readProblem(answer.status, await answer.json().catch(() => undefined));
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
