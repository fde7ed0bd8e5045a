import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PinoLogger } from 'nestjs-pino';

/**
 * One line a request: id, method, path without query, status and time in milliseconds; no headers, bodies or addresses of people.
 * A hook of Fastify's, not Nest's middleware, which would cost each request a walk through an Express-like chain.
 */
export async function logRequests(app: NestFastifyApplication): Promise<void> {
  const logger = await app.resolve(PinoLogger);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const path = request.url.split('?')[0];
      if (!path?.startsWith('/health/')) {
        const time = Math.round(reply.elapsedTime * 10) / 10;
        logger.info({ requestId: request.id, method: request.method, path, status: reply.statusCode, time }, 'request');
      }
      done();
    });
}
