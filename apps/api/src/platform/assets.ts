import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, found from the source and from the build alike. */
function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The path of a file that ships with the API in `assets/`. */
export function assetPath(name: string): string {
  return join(packageFolder(), 'assets', name);
}
