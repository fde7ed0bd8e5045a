import type { OperationRequestBodyContent, PathsWithMethod, SuccessResponseJSON } from 'openapi-typescript-helpers';
import { type HttpMethod, send } from './transport';
import type { paths } from './types';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Operation<P extends keyof paths, V extends Verb> = V extends keyof paths[P] ? NonNullable<paths[P][V]> : never;

/** The JSON that an operation answers with; `undefined` where it answers with nothing (204). */
export type Answer<P extends keyof paths, V extends Verb> =
  Operation<P, V> extends infer O extends Record<string | number, unknown> ? SuccessResponseJSON<O> : never;

/** The JSON that an operation takes. */
export type Body<P extends keyof paths, V extends Verb> =
  Operation<P, V> extends { requestBody: unknown } ? OperationRequestBodyContent<Operation<P, V>> : undefined;

type PathParameters<O> = O extends { parameters: { path: infer T extends Record<string, unknown> } } ? T : undefined;
type QueryParameters<O> = O extends { parameters: { query?: infer T extends object } } ? T : undefined;

interface Common {
  readonly signal?: AbortSignal;
  /** For POSTs that create something: a UUID, the same on each retry. */
  readonly idempotencyKey?: string;
}

/** What a call of one operation takes: each part only where the operation has it. */
export type CallOptions<P extends keyof paths, V extends Verb> = Common &
  (PathParameters<Operation<P, V>> extends undefined
    ? { path?: undefined }
    : { path: PathParameters<Operation<P, V>> }) &
  (QueryParameters<Operation<P, V>> extends undefined
    ? { query?: undefined }
    : { query?: QueryParameters<Operation<P, V>> }) &
  ([Body<P, V>] extends [undefined] ? { body?: undefined } : { body: Body<P, V> });

type Arguments<P extends keyof paths, V extends Verb> =
  Record<never, never> extends CallOptions<P, V> ? [options?: CallOptions<P, V>] : [options: CallOptions<P, V>];

/** Fills `{name}` in a path and appends the query; parameters that are undefined or empty are left out. */
export function buildPath(template: string, path: object = {}, query: object = {}): string {
  const values = path as Record<string, unknown>;
  const filled = template.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(String(values[name])));
  const parts = Object.entries(query as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return parts.length > 0 ? `${filled}?${parts.join('&')}` : filled;
}

function caller<V extends Verb>(verb: V) {
  return <P extends PathsWithMethod<paths, V> & keyof paths>(
    template: P,
    ...[options]: Arguments<P, V>
  ): Promise<Answer<P, V>> =>
    send<Answer<P, V>>({
      method: verb.toUpperCase() as HttpMethod,
      path: buildPath(template, options?.path, options?.query),
      body: options?.body,
      idempotencyKey: options?.idempotencyKey,
      signal: options?.signal,
    });
}

/**
 * The API, typed by its OpenAPI document: `api.get('/api/v1/letters/{id}', { path: { id } })`. Errors are those of
 * {@link send}.
 */
export const api = {
  get: caller('get'),
  post: caller('post'),
  put: caller('put'),
  patch: caller('patch'),
  delete: caller('delete'),
};
