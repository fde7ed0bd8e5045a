import { join } from 'node:path';
import { buildWhenStale, installWhenStale } from './builds.mjs';
import { mariadbIsInstalled } from './mariadb.mjs';
import { main, ROOT, run, ScriptError } from './processes.mjs';

const say = (words) => process.stdout.write(`${words}\n`);

/** Measures the API against a bare program; see docs/bench.md. */
await main(async () => {
  if (!mariadbIsInstalled()) {
    throw new ScriptError('The measurements need MariaDB. To install it: apt-get install -y mariadb-server');
  }
  await installWhenStale(say);
  await buildWhenStale(['shared', 'api'], say);
  const { code } = await run([process.execPath, [join(ROOT, 'bench', 'run.mjs')]]);
  return code;
});
