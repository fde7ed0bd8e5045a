import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Names that webpack gives: they change with the content, so that a browser may keep the file for good. */
const HASHED = /\.[0-9a-f]{8,}\.(js|css|png|jpg|svg|woff2?)$/;
const A_YEAR = 31_536_000;

/** An address of a page, as against one of a file or of the API. */
function isPage(path: string): boolean {
  return !/^\/(api|health)(\/|$)/.test(path) && !/\.\w+$/.test(path);
}

/**
 * Security headers and compression for everything, and the browser build from `root`: files as they are, and `index.html` for each
 * address of a page, because the pages are drawn in the browser. Without a root only the API is served.
 * @throws {Error} when `root` has no `index.html`.
 */
export async function serveWeb(app: NestFastifyApplication, root: string | undefined): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Ant Design and Taro put rules and sizes into the page while it runs.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        // Taro reads a chosen photo by its blob address before it sends it.
        connectSrc: ["'self'", 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
    // Whether the whole site is HTTPS is for the proxy in front to know.
    strictTransportSecurity: false,
  });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  if (!root) return;
  const folder = resolve(root);
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new Error(`WEB_ROOT has no index.html: ${folder}`);
  const html = readFileSync(index);
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    wildcard: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED.test(path) ? `public, max-age=${A_YEAR}, immutable` : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      const path = request.url.split('?')[0] ?? '/';
      if (!['GET', 'HEAD'].includes(request.method) || !isPage(path)) return;
      await reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
    });
}
