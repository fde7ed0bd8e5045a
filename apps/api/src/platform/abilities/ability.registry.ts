import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ABILITY, type Ability } from './ability.js';

/** A registered route and the ability declared for it, if any. */
export interface RouteAbility {
  readonly route: string;
  readonly ability: Ability | undefined;
}

/** Knows every registered route. The application does not start while one has no declared ability (deny by default). */
@Injectable()
export class AbilityRegistry implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** All routes of all controllers, as `METHOD /path`. */
  routes(): RouteAbility[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      const controller = wrapper.metatype;
      if (typeof controller !== 'function') return [];
      const prefix = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
      const prototype = controller.prototype as Record<string, unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name): RouteAbility[] => {
        const handler = prototype[name] as () => unknown;
        const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
        if (typeof method !== 'number') return [];
        const path = String(Reflect.getMetadata(PATH_METADATA, handler) ?? '');
        const route = `${RequestMethod[method]} /${[prefix, path].join('/')}`
          .replaceAll(/\/+/g, '/')
          .replace(/\/$/, '');
        return [
          { route, ability: this.reflector.getAllAndOverride<Ability | undefined>(ABILITY, [handler, controller]) },
        ];
      });
    });
  }

  /** @throws {Error} naming the routes that have no declared ability. */
  onApplicationBootstrap(): void {
    const undeclared = this.routes().filter(({ ability }) => typeof ability !== 'function');
    if (undeclared.length > 0) {
      throw new Error(`Routes without a declared ability: ${undeclared.map(({ route }) => route).join(', ')}`);
    }
  }
}
