import Taro from '@tarojs/taro';
import { NetworkFailure, readProblem } from '@/api/problem';
import { assetUrl, authorization } from '@/api/transport';
import { useSessionStore } from '@/state/session';

/**
 * Fetches an Excel file of the API and opens it, in WeChat; from there it can be sent on.
 * @throws {ApiProblem} the API refused. @throws {NetworkFailure} nothing came back.
 */
export async function downloadWorkbook(path: string, _fileName: string): Promise<void> {
  const header = authorization(useSessionStore.getState().session?.token);
  const answer = await Taro.downloadFile({ url: assetUrl(path), header }).catch(() => {
    throw new NetworkFailure('offline');
  });
  if (answer.statusCode !== 200) throw readProblem(answer.statusCode, undefined);
  await Taro.openDocument({ filePath: answer.tempFilePath, fileType: 'xlsx', showMenu: true });
}
