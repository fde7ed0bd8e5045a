import type { UnitKind } from '../src/directory/directory-units.dto.js';
import type { RosterCells } from '../src/directory/roster-columns.js';
import { writeRoster, XLSX_TYPE } from '../src/directory/roster-sheet.js';
import type { Roster } from '../src/directory/rosters.dto.js';
import type { Reply, TestApp } from './harness.js';
import type { Person } from './people.js';

let lastNumber = 0;

/** A valid row of a roster; what a test does not care about is filled in. */
export function rosterRow(cells: Partial<RosterCells> = {}): RosterCells {
  lastNumber += 1;
  return {
    number: `T-${String(lastNumber).padStart(5, '0')}`,
    name: '林示范',
    workUnit: '连心县示范单位',
    post: '职员',
    field: '',
    sector: '教育界',
    committee: '',
    township: '',
    term: '第十届',
    bio: '',
    ...cells,
  };
}

/** Uploads an .xlsx file as a roster. */
export function uploadRoster(
  test: TestApp,
  office: Person,
  bytes: Buffer,
  name = 'roster.xlsx',
): Promise<Reply<Roster & { code: string; detail: string }>> {
  return test.upload('POST', '/rosters', { name, type: XLSX_TYPE, bytes }, { token: office.token });
}

/** Adds a unit and returns its id. */
export async function createUnit(test: TestApp, office: Person, kind: UnitKind, name: string): Promise<string> {
  const reply = await test.request<{ id: string }>('POST', '/directory-units', {
    token: office.token,
    body: { kind, name },
  });
  if (reply.status !== 201) throw new Error(`the unit ${name} was refused with ${reply.status}`);
  return reply.body.id;
}

/** Brings members into the directory by importing a roster. */
export async function importMembers(test: TestApp, office: Person, rows: readonly RosterCells[]): Promise<Roster> {
  const checked = await uploadRoster(test, office, await writeRoster(rows));
  const confirmed = await test.request<Roster>('POST', `/rosters/${checked.body.id}/confirm`, {
    token: office.token,
    body: { skipProblems: false },
  });
  if (confirmed.status !== 200) throw new Error(`the roster was refused with ${confirmed.status}`);
  return confirmed.body;
}
