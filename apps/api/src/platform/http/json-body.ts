import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem } from '../problems/problem.js';

/**
 * Reads JSON and nothing else. Fastify's own parser does the work (it refuses `__proto__`); what it cannot read is told as a problem,
 * because Nest would turn Fastify's error into a bare "Bad Request" on the way.
 */
export function readJsonOnly(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    void parse(request, body.toString(), (error, value) =>
      error
        ? done(
            new Problem({
              status: 400,
              code: 'json_invalid',
              detail: '提交的内容格式有误，无法读取。请刷新后重试。',
            }),
          )
        : done(null, value),
    );
  });
}
