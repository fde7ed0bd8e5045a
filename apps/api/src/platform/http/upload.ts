import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** A file that somebody sent. The name is the sender's word: to be shown, never to be used as a path. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Room for the boundaries and headers of multipart form data around a file. */
const MULTIPART_OVERHEAD = 16 * 1024;
const LONGEST_NAME = 100;

/** What is asked of a file: its Chinese name for sentences and its largest size in bytes. */
export interface UploadRule {
  readonly label: string;
  readonly maxBytes: number;
}

function tooLarge({ label, maxBytes }: UploadRule): Problem {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return new Problem({
    status: 413,
    code: 'file_too_large',
    detail: `${label}不能超过 ${megabytes} MB，请换一个较小的文件。`,
  });
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'FST_REQ_FILE_TOO_LARGE';
}

/**
 * Reads the one file of a multipart request (field `file`) into memory. A request that says it is too long is refused before any
 * of it is read, and the connection closes, so that the rest is never taken in.
 * @throws {Problem} 413 `file_too_large`, 415 when it is not multipart, 422 `file_missing` when there is no file or an empty one.
 */
export async function readUpload(
  request: FastifyRequest,
  reply: FastifyReply,
  rule: UploadRule,
): Promise<UploadedFile> {
  if (Number(request.headers['content-length'] ?? 0) > rule.maxBytes + MULTIPART_OVERHEAD) {
    void reply.header('connection', 'close');
    throw tooLarge(rule);
  }
  try {
    const part = await request.file({ limits: { fileSize: rule.maxBytes } });
    const bytes = part?.fieldname === 'file' ? await part.toBuffer() : undefined;
    if (part && bytes && bytes.length > 0) return { name: part.filename.slice(0, LONGEST_NAME), bytes };
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    void reply.header('connection', 'close');
    throw tooLarge(rule);
  }
  throw new Problem({
    status: 422,
    code: 'file_missing',
    detail: `没有收到${rule.label}，或者文件是空的，请重新选择。`,
    errors: [{ field: 'file', code: 'file_missing', message: `请选择${rule.label}。` }],
  });
}
