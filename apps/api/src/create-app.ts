import type { IncomingMessage } from 'node:http';
import multipart from '@fastify/multipart';
import { LIMITS } from '@lianxin/shared';
import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { serveApiDocs } from './platform/http/api-docs.js';
import { closeConnectionsWhenStopping } from './platform/http/connections.js';
import { readJsonOnly } from './platform/http/json-body.js';
import { serveWeb } from './platform/http/web.js';
import { requestIdOf } from './platform/logging/logging.js';
import { logRequests } from './platform/logging/request-log.js';
import type { Replacements } from './platform/platform.module.js';
import type { Settings } from './platform/settings/settings.js';

/** Room for the longest letter in JSON with every character escaped, and then some. */
const BODY_BYTES = 256 * 1024;

/**
 * Builds the application; it neither listens nor is initialised yet. Tests may replace the clock.
 * @param preview only looks at modules, controllers and DTOs: nothing is instantiated, no database is opened.
 */
export async function createApp(
  settings: Settings,
  replacements: Replacements = {},
  { preview = false } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: settings.TRUST_PROXY,
    bodyLimit: BODY_BYTES,
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, replacements), adapter, {
    bufferLogs: true,
    abortOnError: false,
    bodyParser: false,
    preview,
  });
  if (!preview) app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api', { exclude: ['health/{*rest}'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  await app.register(multipart, {
    throwFileSizeLimit: true,
    limits: { files: 1, fields: 5, parts: 6, fileSize: LIMITS.photoBytes, fieldSize: 1024, headerPairs: 50 },
  });
  readJsonOnly(app);
  closeConnectionsWhenStopping(app);
  if (!preview) {
    await logRequests(app);
    serveApiDocs(app);
    await serveWeb(app, settings.WEB_ROOT);
  }
  app.enableShutdownHooks();
  return app;
}
