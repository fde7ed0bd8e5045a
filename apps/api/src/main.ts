import 'reflect-metadata';
import { createApp } from './create-app.js';
import { readSettings, SettingsError } from './platform/settings/settings.js';

try {
  const settings = readSettings(process.env);
  const app = await createApp(settings);
  await app.listen(settings.PORT, settings.HOST);
} catch (error) {
  process.stderr.write(error instanceof SettingsError ? `${error.message}\n` : `${String(error)}\n`);
  process.exit(1);
}
