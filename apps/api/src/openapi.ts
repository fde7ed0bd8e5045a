import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { createApp } from './create-app.js';
import { describeApi } from './platform/http/api-docs.js';
import { readSettings } from './platform/settings/settings.js';

/** Writes the OpenAPI document of the code to the file named on the command line. Nothing is instantiated, no database is opened. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node dist/src/openapi.js <file>');
const settings = readSettings({ SECRET_KEY: 'not-used-while-describing-the-api', LOG_LEVEL: 'silent' });
writeFileSync(file, describeApi(await createApp(settings, {}, { preview: true })));
