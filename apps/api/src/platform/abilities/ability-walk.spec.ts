import type { RoleName } from '@lianxin/shared';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { createPerson, type Person } from '../../../test/people.js';
import { anybody, signedIn } from './ability.js';
import { AbilityRegistry, type RouteAbility } from './ability.registry.js';
import type { Actor } from './actor.js';

let app: TestApp;
let routes: RouteAbility[];
let constituent: Person;
beforeAll(async () => {
  app = await startTestApp();
  routes = app.app.get(AbilityRegistry).routes();
  constituent = await createPerson(app, { name: '示范群众' });
});
afterAll(() => app.stop());

/** The same route as a request: every parameter an id that does not exist. */
function call({ route }: RouteAbility, token?: string) {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replaceAll(/:\w+/g, uuidv7());
  return app.request(method, address, { token, ...(method !== 'GET' && method !== 'DELETE' && { body: {} }) });
}

const plain: Actor = {
  accountId: 'a',
  sessionId: 's',
  memberId: null,
  roles: [{ name: 'constituent', scopeId: null }],
};

describe('every registered route', () => {
  test('declares an ability', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(routes.filter(({ ability }) => typeof ability !== 'function')).toEqual([]);
  });

  test('asks a visitor to sign in, unless it is declared for anybody', async () => {
    const open: string[] = [];
    for (const route of routes.filter(({ ability }) => ability !== anybody)) {
      const { status } = await call(route);
      if (status !== 401) open.push(`${route.route}: ${status}`);
    }
    expect(open).toEqual([]);
  });

  test('refuses a constituent when it is for others', async () => {
    const closed = routes.filter(
      ({ ability }) => ability && ability !== anybody && ability !== signedIn && !ability(plain),
    );
    expect(closed.length).toBeGreaterThan(20);
    const open: string[] = [];
    for (const route of closed) {
      const { status } = await call(route, constituent.token);
      if (status !== 403) open.push(`${route.route}: ${status}`);
    }
    expect(open).toEqual([]);
  });

  test.each([[[]], [['member']], [['office', 'member_affairs']]] satisfies [RoleName[]][])(
    'answers %j with nothing worse than a clear refusal when ids are unknown and fields are missing',
    async (roles) => {
      const broken: string[] = [];
      for (const route of routes.filter(({ route }) => !route.includes('/health/'))) {
        // A new person for each, because some routes sign out.
        const { status, body } = await call(route, (await createPerson(app, { roles })).token);
        const clear = status < 400 || /\p{Script=Han}/u.test(String(body.detail));
        if (status >= 500 || !clear) broken.push(`${route.route}: ${status}`);
      }
      expect(broken).toEqual([]);
    },
  );
});

@Controller('left-open')
class UndeclaredController {
  @Get()
  show(): string {
    return 'open';
  }
}

@Module({ imports: [DiscoveryModule], controllers: [UndeclaredController], providers: [AbilityRegistry] })
class UndeclaredModule {}

test('an application with an undeclared route refuses to start and names it', async () => {
  const careless = await NestFactory.createApplicationContext(UndeclaredModule, {
    logger: false,
    abortOnError: false,
  }).catch((error: Error) => error);
  expect(careless).toBeInstanceOf(Error);
  expect((careless as Error).message).toContain('GET /left-open');
});
