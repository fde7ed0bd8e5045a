import 'reflect-metadata';
import { Problem } from '../platform/problems/problem.js';
import { createStaffAccount } from './create-staff-account.js';

/**
 * Makes an account for staff. The password comes on standard input, so that it is in no process list and no shell history:
 *
 *     pnpm --filter @lianxin/api account:create --username li.office --name 李办公 --role office < password.txt
 *
 * `--role` may be given several times; `--scope` is the id of the committee, for `committee_staff`.
 */
try {
  const id = await createStaffAccount(process.argv.slice(2), process.stdin, process.env);
  process.stdout.write(`account ${id} was made\n`);
} catch (error) {
  const said = error instanceof Problem ? error.detail : error instanceof Error ? error.message : String(error);
  process.stderr.write(`account:create: ${said}\n`);
  process.exit(1);
}
