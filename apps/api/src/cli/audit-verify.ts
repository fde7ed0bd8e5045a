import 'reflect-metadata';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { openDataSources } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { readSettings } from '../platform/settings/settings.js';
import { schema } from '../schema.js';

/** Checks the hash chain of the audit log: `pnpm --filter @lianxin/api audit:verify`. Exit code 1 when it is broken. */
const settings = readSettings(process.env);
const { reader, writer } = await openDataSources({ ...settings, DATABASE_MIGRATE: false }, schema);
const database = new Database(reader, writer);
const broken = await new Audit(database, new Clock()).verify();
await database.onApplicationShutdown();
process.stdout.write(
  broken === null ? 'the audit log is whole\n' : `the audit log is broken from entry ${broken} on\n`,
);
process.exitCode = broken === null ? 0 : 1;
