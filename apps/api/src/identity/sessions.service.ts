import { createHash, randomBytes } from 'node:crypto';
import type { RoleName } from '@lianxin/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan, MoreThan, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor, ActorSource } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { asDate, asIso, type StoredInstant, toStored } from '../platform/database/instants.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { notFound } from '../platform/problems/problem.js';
import type { SessionView } from './identity.dto.js';
import { Session } from './session.entity.js';

/** A new session's token, shown once, and its first expiry. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

interface ActorRow {
  sessionId: string;
  accountId: string;
  memberId: string | null;
  lastSeenAt: StoredInstant;
  lifetimeSeconds: number;
  role: RoleName | null;
  scopeId: string | null;
}

/** Use of a session is written down at most this often. */
const TOUCH_MILLISECONDS = 5 * 60_000;

const ACTOR_SQL = `SELECT s.id AS sessionId, s.accountId AS accountId, a.memberId AS memberId, s.lastSeenAt AS lastSeenAt,
  s.lifetimeSeconds AS lifetimeSeconds, r.name AS role, r.scopeId AS scopeId
  FROM sessions s JOIN accounts a ON a.id = s.accountId LEFT JOIN account_roles r ON r.accountId = s.accountId
  WHERE s.tokenHash = ? AND s.expiresAt > ?`;

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Signed-in devices: opened, recognised by token, listed, ended. */
@Injectable()
export class SessionsService implements ActorSource, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register('identity.sessions', 3600, () => this.purge());
  }

  /** Opens a session of `lifetimeSeconds`; each use moves its end ahead. The token has 256 random bits. */
  async open(accountId: string, device: string, lifetimeSeconds: number): Promise<NewSession> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + lifetimeSeconds * 1000);
    await this.database.write((manager) =>
      manager.insert(Session, {
        id: uuidv7(),
        tokenHash: hashOf(token),
        accountId,
        device,
        lifetimeSeconds,
        createdAt: now,
        lastSeenAt: now,
        expiresAt,
      }),
    );
    return { token, expiresAt };
  }

  /** Who holds a token: one indexed query, because every request asks. */
  async actorOf(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const rows = await this.database.read.query<ActorRow[]>(ACTOR_SQL, [hashOf(token), toStored(now)]);
    const [first] = rows;
    if (!first) return null;
    if (now.getTime() - asDate(first.lastSeenAt).getTime() > TOUCH_MILLISECONDS) {
      await this.touch(first.sessionId, now, first.lifetimeSeconds);
    }
    const stored = rows.flatMap(({ role, scopeId }) => (role ? [{ name: role, scopeId: scopeId || null }] : []));
    return {
      accountId: first.accountId,
      sessionId: first.sessionId,
      memberId: first.memberId,
      roles: [{ name: 'constituent', scopeId: null }, ...stored],
    };
  }

  /** The own sessions that are still valid, latest use first. */
  async list(actor: Actor): Promise<SessionView[]> {
    const sessions = await this.database.read.find(Session, {
      where: { accountId: actor.accountId, expiresAt: MoreThan(this.clock.now()) },
      order: { lastSeenAt: 'DESC' },
    });
    return sessions.map((session) => ({
      id: session.id,
      device: session.device,
      createdAt: asIso(session.createdAt),
      lastSeenAt: asIso(session.lastSeenAt),
      expiresAt: asIso(session.expiresAt),
      current: session.id === actor.sessionId,
    }));
  }

  /** Ends one of the own sessions. @throws {Problem} 404 when it is not one's own. */
  async revoke(actor: Actor, sessionId: string): Promise<void> {
    const { affected } = await this.database.write((manager) =>
      manager.delete(Session, { id: sessionId, accountId: actor.accountId }),
    );
    if (affected === 0) throw notFound('这次登录');
  }

  /** Ends all sessions of an account, save one if given. */
  async revokeAll(accountId: string, exceptId?: string): Promise<void> {
    await this.database.write((manager) =>
      manager.delete(Session, { accountId, ...(exceptId && { id: Not(exceptId) }) }),
    );
  }

  /** Deletes sessions that have expired. */
  async purge(): Promise<void> {
    await this.database.write((manager) => manager.delete(Session, { expiresAt: LessThan(this.clock.now()) }));
  }

  private async touch(id: string, now: Date, lifetimeSeconds: number): Promise<void> {
    const expiresAt = new Date(now.getTime() + lifetimeSeconds * 1000);
    await this.database.write((manager) => manager.update(Session, { id }, { lastSeenAt: now, expiresAt }));
  }
}
