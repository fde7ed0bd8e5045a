import type { DataSource } from 'typeorm';
import { Account } from '../identity/account.entity.js';
import { openDataSources } from '../platform/database/data-source.js';
import type { SettingsValues } from '../platform/settings/settings.js';
import { schema } from '../schema.js';
import { DemonstrationRun } from './demonstration-run.entity.js';

/**
 * Looks whether the database waits for demonstration data, before the application starts on it. What an interrupted run left behind
 * is removed: nobody can have used it, because the product starts after a finished run only. Anything else that is there stays.
 */
export async function isEmptyForDemonstration(settings: SettingsValues): Promise<boolean> {
  const { reader, writer } = await openDataSources({ ...settings, DATABASE_MIGRATE: true }, schema);
  try {
    const [run] = await writer.manager.find(DemonstrationRun, {});
    if (run?.finishedAt) return false;
    if (!run) return !(await writer.manager.existsBy(Account, {}));
    await emptyAllTables(writer);
    return true;
  } finally {
    await reader.destroy();
    if (writer !== reader) await writer.destroy();
  }
}

function emptyAllTables(writer: DataSource): Promise<void> {
  return writer.transaction(async (manager) => {
    for (const { tableName } of writer.entityMetadatas) {
      if (tableName !== 'demonstration_runs') await manager.query(`DELETE FROM ${tableName}`);
    }
    await manager.query('DELETE FROM demonstration_runs');
  });
}
