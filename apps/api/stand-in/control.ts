import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { StandIn } from './stand-in.js';
import { TROUBLES } from './trouble.js';

const codeSchema = z.object({ openid: z.string().optional() });
const consentSchema = z.object({
  openid: z.string(),
  templateId: z.string(),
  count: z.number().int().min(1).max(100).default(1),
});
const troubleSchema = z.object({ trouble: z.enum(TROUBLES) });

/** Lets tests in other processes, and people who try the demonstration, play WeChat's side. Documented in README.md. */
export function registerControl(server: FastifyInstance, standIn: StandIn): void {
  server.get('/stand-in', () => ({
    notice: 'This is a stand-in for WeChat, for tests and demonstrations only.',
    trouble: standIn.trouble,
    calls: standIn.calls.length,
    sent: standIn.sent.length,
  }));
  server.get('/stand-in/messages', () => ({ items: standIn.sent }));
  server.post('/stand-in/codes', (request) => {
    const { openid } = codeSchema.parse(request.body ?? {});
    return { code: standIn.people.loginCode(openid) };
  });
  server.post('/stand-in/consents', (request) => {
    const { openid, templateId, count } = consentSchema.parse(request.body);
    standIn.people.consent(openid, templateId, count);
    return { accepted: count };
  });
  server.post('/stand-in/trouble', (request) => {
    standIn.trouble = troubleSchema.parse(request.body).trouble;
    return { trouble: standIn.trouble };
  });
}
