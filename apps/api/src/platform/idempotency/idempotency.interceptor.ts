import { createHash } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { ActorRequest } from '../abilities/actor.js';
import { Clock } from '../clock/clock.js';
import { Database, isUniqueViolation } from '../database/database.js';
import { insertRow } from '../database/insert-row.js';
import { Problem, signInRequired } from '../problems/problem.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';

const KEY = /^[\w-]{8,64}$/;

/**
 * Runs a creating use case and remembers its result in one and the same transaction: whatever happens to the connection or to
 * the process, the thing is created once, and every retry with the same key gets the first result.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws {Problem} 400 `idempotency_key_required`, 422 `idempotency_key_reused` when the key came with other content before. */
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return from(this.once(context, next));
  }

  private async once(context: ExecutionContext, next: CallHandler<unknown>): Promise<unknown> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const accountId = request.actor?.accountId;
    if (!accountId) throw signInRequired();
    const idempotencyKey = request.headers['idempotency-key'];
    if (typeof idempotencyKey !== 'string' || !KEY.test(idempotencyKey)) {
      throw new Problem({
        status: 400,
        code: 'idempotency_key_required',
        detail: '请求缺少有效的 Idempotency-Key，请更新小程序后重试。',
      });
    }
    const requestHash = createHash('sha256')
      .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    const key = { accountId, idempotencyKey };
    try {
      return await this.database.write(async (manager) => {
        await insertRow(manager, IdempotencyRecord, { ...key, requestHash, response: '', createdAt: this.clock.now() });
        const result = await lastValueFrom(next.handle());
        await manager.query('UPDATE idempotency_records SET response = ? WHERE accountId = ? AND idempotencyKey = ?', [
          JSON.stringify(result ?? null),
          accountId,
          idempotencyKey,
        ]);
        return result;
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const first = await this.database.read.findOneBy(IdempotencyRecord, key);
      if (!first) throw error;
      if (first.requestHash !== requestHash) {
        throw new Problem({
          status: 422,
          code: 'idempotency_key_reused',
          detail: '这次提交的内容与上次不同，请返回重新提交。',
        });
      }
      void context.switchToHttp().getResponse<FastifyReply>().header('idempotency-replayed', 'true');
      return JSON.parse(first.response) as unknown;
    }
  }
}

/** Declares that a route creates something and takes an `Idempotency-Key` (a UUID made by the client, the same on each retry). */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'A retry with the same key returns the first result.',
    }),
    UseInterceptors(IdempotencyInterceptor),
  );
}
