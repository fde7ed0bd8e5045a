import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { forbidden } from '../problems/problem.js';
import { ABILITY, type Ability, authorize } from './ability.js';
import { type ActorRequest, ActorSource } from './actor.js';

const BEARER = /^Bearer ([\w-]{20,200})$/;

/** Looks up who asks and denies whatever the route's declared ability does not allow. */
@Injectable()
export class AbilityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
  ) {}

  /** @throws {Problem} 401 or 403. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const ability = this.reflector.getAllAndOverride<Ability | undefined>(ABILITY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!ability) throw forbidden();
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    request.actor = token ? await this.actors.actorOf(token) : null;
    authorize(ability, request.actor);
    return true;
  }
}
