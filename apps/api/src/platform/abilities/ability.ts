import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { forbidden, notFound, signInRequired } from '../problems/problem.js';
import type { Actor } from './actor.js';

/** May this actor (null: a visitor) do it at all? A pure function; the policy files hold them. */
export type Ability = (actor: Actor | null) => boolean;

/** May this actor do it to this resource? A pure function of the two. */
export type ResourceAbility<Resource> = (actor: Actor | null, resource: Resource) => boolean;

/** Metadata key under which a route's ability is kept. */
export const ABILITY = Symbol('ability');

/** Ability of a route that anybody may call, signed in or not. */
export const anybody: Ability = () => true;

/** Ability of a route for everyone who has signed in. */
export const signedIn: Ability = (actor) => actor !== null;

/** Declares a route's ability. A route without one refuses to start (see {@link AbilityRegistry}). */
export function RequireAbility(ability: Ability): MethodDecorator & ClassDecorator {
  return ability === anybody
    ? SetMetadata(ABILITY, ability)
    : applyDecorators(SetMetadata(ABILITY, ability), ApiBearerAuth());
}

/** Refuses with 401 or 403 unless the ability holds. */
export function authorize(ability: Ability, actor: Actor | null): void {
  if (ability(actor)) return;
  throw actor ? forbidden() : signInRequired();
}

/** Refuses as "not found" unless the ability holds, so that nobody learns that the resource exists. */
export function authorizeOrHide<Resource>(
  ability: ResourceAbility<Resource>,
  actor: Actor | null,
  resource: Resource | null | undefined,
  what: string,
): asserts resource is Resource {
  if (resource === null || resource === undefined || !ability(actor, resource)) throw notFound(what);
}
