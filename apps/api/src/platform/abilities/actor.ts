import type { RoleName } from '@lianxin/shared';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { signInRequired } from '../problems/problem.js';

/** One role that an actor holds. `scopeId` is the sector of a convener or the committee of committee staff, else null. */
export interface HeldRole {
  readonly name: RoleName;
  readonly scopeId: string | null;
}

/** The signed-in person on whose behalf a request runs. All roles count at once; switching roles is a matter of screens. */
export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  readonly roles: readonly HeldRole[];
  /** The directory entry this person is linked to, when a member. */
  readonly memberId: string | null;
}

/** A request after the guard has looked up its session. */
export interface ActorRequest extends FastifyRequest {
  actor?: Actor | null;
}

/** Finds out who sends a request; the identity feature provides it. */
export abstract class ActorSource {
  /** The actor of a bearer token, or null when the token is unknown, revoked or expired. */
  abstract actorOf(token: string): Promise<Actor | null>;
}

/** True when the actor holds any of the roles. */
export function holds(actor: Actor | null, ...names: RoleName[]): actor is Actor {
  return actor?.roles.some((role) => names.includes(role.name)) ?? false;
}

/** Parameter decorator: the signed-in actor. @throws {Problem} 401 when nobody is signed in. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<ActorRequest>().actor;
  if (!actor) throw signInRequired();
  return actor;
});

/** Parameter decorator: the signed-in actor, or null for a visitor. */
export const MaybeActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null =>
    context.switchToHttp().getRequest<ActorRequest>().actor ?? null,
);
