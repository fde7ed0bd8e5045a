import type { IncomingMessage } from 'node:http';
import type { Params } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import type { SettingsValues } from '../settings/settings.js';

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The request id a proxy has given, when it has a sane form, or a new one. It is in every log line and problem document. */
export function requestIdOf(headers: IncomingMessage['headers']): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : uuidv7();
}

/** JSON logs without personal data: an error is told by type, code and stack, never by its message, which may repeat what people wrote. */
export function loggingParams(settings: Pick<SettingsValues, 'LOG_LEVEL'>): Params {
  return {
    // Requests are logged by a hook (see request-log.ts), not by middleware.
    forRoutes: [],
    pinoHttp: {
      level: settings.LOG_LEVEL,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        err: (error: Error & { code?: string; type?: string }) => ({
          type: error.type ?? error.name,
          code: error.code,
          stack: error.stack?.split('\n').slice(1).join('\n'),
        }),
      },
    },
  };
}
