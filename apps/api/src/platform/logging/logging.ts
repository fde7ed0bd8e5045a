import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestMethod } from '@nestjs/common';
import type { Params } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import type { SettingsValues } from '../settings/settings.js';

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The request id a proxy has given, when it has a sane form, or a new one. It is in every log line and problem document. */
export function requestIdOf(headers: IncomingMessage['headers']): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : uuidv7();
}

/** JSON logs, one line a request: method, path without query, status and time in milliseconds; no headers, bodies or addresses of people. */
export function loggingParams(settings: Pick<SettingsValues, 'LOG_LEVEL'>): Params {
  return {
    forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
    pinoHttp: {
      level: settings.LOG_LEVEL,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      quietReqLogger: true,
      genReqId: (request: IncomingMessage) =>
        (request as IncomingMessage & { id?: string }).id ?? requestIdOf(request.headers),
      autoLogging: { ignore: (request) => request.url?.startsWith('/health/') ?? false },
      serializers: {
        req: (request: { method: string; url: string }) => ({
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: ServerResponse) => ({ status: response.statusCode }),
        err: (error: Error & { code?: string; type?: string }) => ({
          type: error.type ?? error.name,
          code: error.code,
          stack: error.stack?.split('\n').slice(1).join('\n'),
        }),
      },
    },
  };
}
