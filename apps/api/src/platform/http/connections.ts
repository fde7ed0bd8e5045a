import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Lets the application stop as soon as the requests in hand are answered. Their connections are told to close with the answer; kept
 * alive, each would hold up the stop until the client lets go of it.
 */
export function closeConnectionsWhenStopping(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  let stopping = false;
  server.addHook('preClose', async () => {
    stopping = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (stopping) void reply.header('connection', 'close');
  });
}
