import { Account } from './account.entity.js';
import { AccountRole } from './account-role.entity.js';
import { LinkCode } from './link-code.entity.js';
import { Session } from './session.entity.js';

/** The tables of accounts. */
export const identityEntities = [Account, AccountRole, LinkCode, Session];
