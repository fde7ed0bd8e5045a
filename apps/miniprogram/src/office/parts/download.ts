import Taro from '@tarojs/taro';
import { NetworkFailure, readProblem } from '@/api/problem';
import { assetUrl, authorization } from '@/api/transport';
import { useSessionStore } from '@/state/session';

/**
 * Fetches a Word or Excel file of the API and opens it, in WeChat; from there it can be sent on.
 * @throws {ApiProblem} the API refused. @throws {NetworkFailure} nothing came back.
 */
export async function downloadDocument(path: string, fileName: string): Promise<void> {
  const header = authorization(useSessionStore.getState().session?.token);
  const answer = await Taro.downloadFile({ url: assetUrl(path), header }).catch(() => {
    throw new NetworkFailure('offline');
  });
  if (answer.statusCode !== 200) throw readProblem(answer.statusCode, undefined);
  const fileType = fileName.endsWith('.docx') ? 'docx' : 'xlsx';
  await Taro.openDocument({ filePath: answer.tempFilePath, fileType, showMenu: true });
}
