/** Calls of the API as one of the demonstration's people: what a test needs to have happened before it looks at a screen. */
export interface Caller {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  patch<T>(path: string, body: object): Promise<T>;
}

interface Accounts {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

async function answerOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Signs in as the person whose name begins like this. @throws {Error} for any answer that is no success. */
export async function callerFor(baseURL: string, name: string): Promise<Caller> {
  const api = `${baseURL}/api/v1`;
  const { items } = await answerOf<Accounts>(await fetch(`${api}/demonstration/accounts`));
  const account = items.find((one) => one.name.startsWith(name));
  if (!account) throw new Error(`no demonstration account ${name}`);
  const send = async <T>(method: string, path: string, token: string | undefined, body?: object): Promise<T> =>
    answerOf<T>(
      await fetch(`${api}${path}`, {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body && { 'content-type': 'application/json' }),
          ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
        },
        body: body && JSON.stringify(body),
      }),
    );
  const { token } = await send<{ token: string }>('POST', '/sessions/demonstration', undefined, {
    accountId: account.id,
  });
  return {
    get: (path) => send('GET', path, token),
    post: (path, body) => send('POST', path, token, body ?? {}),
    put: (path, body) => send('PUT', path, token, body),
    patch: (path, body) => send('PATCH', path, token, body),
  };
}

/** Asks again until something is so; what is checked in the background takes a moment. */
export async function eventually<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean, what: string): Promise<T> {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await new Promise((next) => setTimeout(next, 500));
  }
  throw new Error(`it did not come about: ${what}`);
}
