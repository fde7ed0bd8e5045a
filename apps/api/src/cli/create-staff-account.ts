import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { LIMITS, STAFF_ROLE_NAMES, textLength } from '@lianxin/shared';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { AccountsService, type RoleGrant } from '../identity/accounts.service.js';
import { readSettings } from '../platform/settings/settings.js';

const USERNAME = /^[a-z0-9][a-z0-9._-]*$/i;

/** What the arguments ask for, checked. @throws {Error} that says what is accepted. */
function readArguments(argv: readonly string[]): { username: string; name: string; roles: RoleGrant[] } {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      username: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
      scope: { type: 'string' },
    },
  });
  const { username, name, role = [], scope } = values;
  if (!username || !name || role.length === 0) throw new Error('needed: --username, --name and at least one --role');
  if (!USERNAME.test(username) || username.length > LIMITS.username) {
    throw new Error(
      `--username: given "${username}", accepted: at most ${LIMITS.username} letters, digits, dots, dashes and underscores`,
    );
  }
  if (textLength(name) > LIMITS.personName) {
    throw new Error(`--name: given "${name}", accepted: at most ${LIMITS.personName} characters`);
  }
  const roles = role.map((given): RoleGrant => {
    const known = STAFF_ROLE_NAMES.find((one) => one === given);
    if (!known) throw new Error(`--role: given "${given}", accepted: ${STAFF_ROLE_NAMES.join(', ')}`);
    if (known === 'committee_staff' && !scope)
      throw new Error('committee_staff needs --scope, the id of the committee');
    return { name: known, scopeId: known === 'committee_staff' ? scope : null };
  });
  return { username, name: name.normalize('NFC'), roles };
}

/** The password from a stream, without the line end that `echo` adds. @throws {Error} when it is too short or too long. */
async function readPassword(input: NodeJS.ReadableStream): Promise<string> {
  const password = (await text(input)).replace(/\r?\n$/, '');
  const length = textLength(password);
  if (length < LIMITS.passwordMin || length > LIMITS.passwordMax) {
    throw new Error(
      `the password on standard input needs ${LIMITS.passwordMin} to ${LIMITS.passwordMax} characters, given: ${length}`,
    );
  }
  return password;
}

/**
 * Makes an account for staff in the database that the settings of `environment` name.
 * @returns its id.
 * @throws {Error} for wrong arguments, a wrong password or wrong settings; {Problem} for a username that is taken or an unknown committee.
 */
export async function createStaffAccount(
  argv: readonly string[],
  input: NodeJS.ReadableStream,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const { roles, ...person } = readArguments(argv);
  const password = await readPassword(input);
  const settings = readSettings({ ...environment, DISPATCHER: 'false', LOG_LEVEL: 'error' });
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
    logger: false,
    abortOnError: false,
  });
  try {
    for (const { scopeId } of roles) {
      if (scopeId) await app.get(DirectoryUnitsService).requireChoosable('committee', scopeId, '--scope');
    }
    return await app.get(AccountsService).create({ ...person, password, roles });
  } finally {
    await app.close();
  }
}
