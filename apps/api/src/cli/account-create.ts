import 'reflect-metadata';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { LIMITS, STAFF_ROLE_NAMES, textLength } from '@lianxin/shared';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { AccountsService } from '../identity/accounts.service.js';
import { Problem } from '../platform/problems/problem.js';
import { readSettings } from '../platform/settings/settings.js';

/**
 * Makes an account for staff. The password comes on standard input, so that it is in no process list and no shell history:
 *
 *     pnpm --filter @lianxin/api account:create --username li.office --name 李办公 --role office < password.txt
 *
 * `--role` may be given several times; `--scope` is the id of the committee, for `committee_staff`.
 */
async function createAccount(): Promise<string> {
  const { values } = parseArgs({
    options: {
      username: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
      scope: { type: 'string' },
    },
  });
  const { username, name, role = [], scope } = values;
  const roles = role.map((given) => {
    const known = STAFF_ROLE_NAMES.find((one) => one === given);
    if (!known) throw new Error(`--role: given "${given}", accepted: ${STAFF_ROLE_NAMES.join(', ')}`);
    return { name: known, scopeId: known === 'committee_staff' ? scope : null };
  });
  if (!username || !name || roles.length === 0) throw new Error('needed: --username, --name and at least one --role');
  if (roles.some((one) => one.name === 'committee_staff') && !scope) throw new Error('committee_staff needs --scope');
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (textLength(password) < LIMITS.passwordMin) {
    throw new Error(`the password on standard input needs at least ${LIMITS.passwordMin} characters`);
  }
  const settings = readSettings({ ...process.env, DISPATCHER: 'false', LOG_LEVEL: 'error' });
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), { logger: false });
  try {
    return await app.get(AccountsService).create({ username, name, password, roles });
  } finally {
    await app.close();
  }
}

try {
  process.stdout.write(`account ${await createAccount()} was made\n`);
} catch (error) {
  const said = error instanceof Problem ? error.detail : error instanceof Error ? error.message : String(error);
  process.stderr.write(`account:create: ${said}\n`);
  process.exit(1);
}
