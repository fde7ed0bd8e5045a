import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { Problem } from './problem.js';

interface TransportError {
  statusCode?: number;
  code?: string;
}

/** What is said of a refusal that has no sentence of its own. */
const badRequest = { status: 400, code: 'bad_request', detail: '提交的内容有误，请检查后重试。' };

/** Chinese sentences for what the HTTP layer itself refuses, by Fastify's error code and then by status. */
const transportProblems: Record<string, { status: number; code: string; detail: string }> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'media_type_unsupported',
    detail: '不支持这种内容类型，请以 JSON 提交。',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'body_too_large', detail: '提交的内容太大，请删减后重试。' },
  FST_REQ_FILE_TOO_LARGE: { status: 413, code: 'file_too_large', detail: '文件太大，请换一个较小的文件。' },
  FST_FILES_LIMIT: { status: 413, code: 'too_many_files', detail: '一次只能上传一个文件。' },
  FST_PARTS_LIMIT: { status: 413, code: 'too_many_parts', detail: '上传的内容格式有误，请重新选择文件。' },
  FST_FIELDS_LIMIT: { status: 413, code: 'too_many_parts', detail: '上传的内容格式有误，请重新选择文件。' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: {
    status: 415,
    code: 'media_type_unsupported',
    detail: '请以文件上传的方式提交。',
  },
  '400': badRequest,
  '404': { status: 404, code: 'not_found', detail: '没有找到要访问的内容。' },
  '405': { status: 405, code: 'method_not_allowed', detail: '不支持这种操作。' },
  '413': { status: 413, code: 'body_too_large', detail: '提交的内容太大，请删减后重试。' },
  '414': { status: 414, code: 'address_too_long', detail: '查询内容太长，请缩短后重试。' },
  '415': { status: 415, code: 'media_type_unsupported', detail: '不支持这种内容类型。' },
  '503': { status: 503, code: 'unavailable', detail: '服务暂时不可用，请稍后重试。' },
};

const unexpected = {
  status: 500,
  code: 'internal_error',
  detail: '系统出了点问题，我们已经记录下来。请稍后重试，您填写的内容没有丢失。',
};

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as TransportError | null)?.statusCode;
  const code = (error as TransportError | null)?.code ?? '';
  const known = transportProblems[code] ?? transportProblems[String(status)];
  if (known) return new Problem(known);
  if (status !== undefined && status >= 400 && status < 500) return new Problem({ ...badRequest, status });
  return new Problem(unexpected);
}

/** The one place where errors become HTTP: RFC 9457 `application/problem+json`. Only unexpected ones are logged as errors. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {
    logger.setContext(ProblemFilter.name);
  }

  /** Sends the problem document; a 5xx tells nothing of its cause but the request id. */
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status >= 500) this.logger.error({ err: error, requestId: request.id }, 'request failed');
    if (reply.sent) return;
    const retryAfter = problem.extensions.retryAfterSeconds;
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    void reply
      .status(problem.status)
      .type('application/problem+json')
      .send({
        type: `https://lianxin.example/problems/${problem.code}`,
        title: problem.code.replaceAll('_', ' '),
        status: problem.status,
        code: problem.code,
        detail: problem.detail,
        instance: request.url.split('?')[0],
        requestId: request.id,
        ...(problem.errors.length > 0 && { errors: problem.errors }),
        ...problem.extensions,
      });
  }
}
