import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { registerControl } from './control.js';
import { INTERFACES, type Interface, type SentMessage, type World } from './interfaces.js';
import { People } from './people.js';
import { PictureChecks } from './picture-checks.js';
import type { PushKeys } from './pushes.js';
import { dataFormat, Refusal } from './refusal.js';
import { Tokens } from './tokens.js';
import type { Trouble } from './trouble.js';

/** The mini-program that the stand-in knows, and how it runs. */
export interface StandInOptions extends PushKeys {
  readonly secret: string;
  readonly templateIds: readonly string[];
  /** Where pushes go, asked for at each push. */
  readonly callbackUrl: () => string;
  /** Milliseconds since 1970; tests let it run ahead. */
  readonly now?: () => number;
  /** 0 takes any free port. */
  readonly port?: number;
}

/** A small server in place of WeChat's, as strict as it. For tests and the demonstration; see README.md. */
export class StandIn {
  trouble: Trouble = 'none';
  readonly people: People;
  readonly tokens: Tokens;
  readonly pictures: PictureChecks;
  /** Subscribe messages sent, oldest first. */
  readonly sent: SentMessage[] = [];
  /** Calls received, oldest first. */
  readonly calls: string[] = [];
  /** Calls a minute, by path, where a test wants fewer than WeChat allows. */
  readonly perMinute = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private readonly now: () => number;
  private readonly world: World;

  constructor(
    private readonly server: FastifyInstance,
    options: StandInOptions,
  ) {
    this.now = options.now ?? Date.now;
    this.people = new People(this.now);
    this.tokens = new Tokens(this.now);
    this.pictures = new PictureChecks(options, options.callbackUrl, this.now);
    this.world = {
      appId: options.appId,
      secret: options.secret,
      templateIds: options.templateIds,
      people: this.people,
      tokens: this.tokens,
      pictures: this.pictures,
      sent: this.sent,
    };
  }

  /** The address to set as `WECHAT_API_BASE`. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Answers a call as WeChat would. @throws {Refusal} with its errcode. */
  async answer(path: string, spec: Interface, request: FastifyRequest): Promise<object> {
    this.calls.push(path);
    if (this.trouble === 'busy') throw new Refusal(-1, 'system error');
    if (request.method !== spec.method) {
      throw spec.method === 'POST'
        ? new Refusal(43002, 'require POST method')
        : new Refusal(43001, 'require GET method');
    }
    const query = request.query as Record<string, string>;
    if (spec.needsToken) this.tokens.check(query.access_token);
    this.count(path, spec);
    const input = spec.method === 'GET' ? query : request.body;
    if (typeof input !== 'object' || input === null || Array.isArray(input)) throw dataFormat('body');
    const unknown = Object.keys(input).find((name) => !spec.fields.includes(name));
    if (unknown) throw dataFormat(`unknown field ${unknown}`);
    return spec.answer(this.world, input as Record<string, unknown>);
  }

  /** Stops, once the checks under way are done. */
  async stop(): Promise<void> {
    await this.pictures.idle();
    await this.server.close();
  }

  private count(path: string, spec: Interface): void {
    const window = `${path} ${Math.floor(this.now() / 60_000)}`;
    const count = (this.counts.get(window) ?? 0) + 1;
    this.counts.set(window, count);
    if (count > (this.perMinute.get(path) ?? spec.perMinute))
      throw new Refusal(45009, 'reach max api minute quota limit');
  }
}

/** Starts a stand-in on 127.0.0.1. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const server = Fastify({ bodyLimit: 1024 * 1024, forceCloseConnections: true });
  const standIn = new StandIn(server, options);
  server.setErrorHandler((error, _request, reply) => {
    const refusal = error instanceof Refusal ? error : dataFormat('body');
    return reply.code(200).send({ errcode: refusal.errcode, errmsg: refusal.errmsg });
  });
  server.addHook('onRequest', async (request, reply) => {
    if (standIn.trouble !== 'unreachable' || request.url.startsWith('/stand-in')) return;
    request.raw.socket.destroy();
    return reply.hijack();
  });
  for (const [path, spec] of Object.entries(INTERFACES)) {
    server.route({ method: ['GET', 'POST'], url: path, handler: (request) => standIn.answer(path, spec, request) });
  }
  registerControl(server, standIn);
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return standIn;
}
