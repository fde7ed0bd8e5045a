import 'reflect-metadata';
import { openDataSources } from '../platform/database/data-source.js';
import { readSettings } from '../platform/settings/settings.js';
import { schema } from '../schema.js';

/** Brings the tables of the database that the settings name up to date, and ends: `pnpm db:migrate`. */
const settings = readSettings(process.env);
const { reader, writer } = await openDataSources({ ...settings, DATABASE_MIGRATE: true }, schema);
process.stdout.write('the tables are up to date\n');
if (reader !== writer) await reader.destroy();
await writer.destroy();
