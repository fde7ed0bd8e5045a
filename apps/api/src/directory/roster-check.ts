import { setImmediate } from 'node:timers/promises';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { UNIT_KIND_LABELS, UNIT_KINDS, type UnitKind } from './directory-units.dto.js';
import type { Member } from './member.entity.js';
import { nearestNames } from './nearest-names.js';
import { headingOf, RosterCells } from './roster-columns.js';
import type { RosterLine } from './roster-sheet.js';
import type { RosterProblem } from './rosters.dto.js';
import type { Unit } from './unit.entity.js';

/** What a row of the roster says of a member. */
export type RosterMember = Pick<
  Member,
  | 'number'
  | 'name'
  | 'workUnit'
  | 'post'
  | 'field'
  | 'sectorId'
  | 'committeeId'
  | 'townshipId'
  | 'term'
  | 'bio'
  | 'active'
>;

/** What the directory holds at the moment of the check. */
export interface DirectoryNow {
  readonly units: readonly Pick<Unit, 'id' | 'kind' | 'name' | 'active'>[];
  readonly members: readonly (RosterMember & Pick<Member, 'id'>)[];
}

/** What importing a row will do; rows with problems are not imported. */
export type CheckedLine =
  | { readonly line: number; readonly outcome: 'problem'; readonly problems: RosterProblem[] }
  | { readonly line: number; readonly outcome: 'create'; readonly member: RosterMember }
  | { readonly line: number; readonly outcome: 'update'; readonly member: RosterMember; readonly id: string }
  | { readonly line: number; readonly outcome: 'unchanged' };

const LONGEST_VALUE = 60;
/** Rows checked before others get their turn: a long roster must not hold up everyone's requests. */
const ROWS_AT_A_TIME = 100;

type Key = keyof RosterCells;
type UnitNames = Record<UnitKind, Map<string, Pick<Unit, 'id' | 'active'>>>;

function unitNamesOf(units: DirectoryNow['units']): UnitNames {
  const names: UnitNames = { sector: new Map(), committee: new Map(), township: new Map() };
  for (const { kind, name, id, active } of units) names[kind].set(name, { id, active });
  return names;
}

function problemOf({ line, cells }: RosterLine, key: Key, reason: string): RosterProblem {
  const value = cells[key];
  const shown = [...value].slice(0, LONGEST_VALUE).join('');
  return { row: line, column: headingOf(key), value: value === '' ? null : shown, reason };
}

/** The row's texts, trimmed and checked by the rules of {@link RosterCells}; formulas are refused. */
async function checkTexts(line: RosterLine): Promise<{ cells: RosterCells; problems: RosterProblem[] }> {
  const cells = plainToInstance(RosterCells, line.cells);
  const misread = new Set(line.misread.map(({ column }) => column));
  const errors = await validate(cells, { stopAtFirstError: true });
  const reasons = new Map(
    errors.map((error) => [error.property as Key, Object.values(error.constraints ?? {}).at(-1)]),
  );
  for (const key of Object.keys(line.cells) as Key[]) {
    if (line.cells[key].startsWith('=')) reasons.set(key, '不能填公式，请直接填写文字。');
  }
  if (line.cells.number.trim() === '') reasons.set('number', '请填写编号。');
  const problems = [...reasons]
    .filter(([key]) => !misread.has(headingOf(key)))
    .map(([key, reason]) => problemOf(line, key, reason ?? '填写有误。'));
  return { cells, problems: [...line.misread, ...problems] };
}

function checkUnits(line: RosterLine, cells: RosterCells, names: UnitNames, problems: RosterProblem[]) {
  const ids: Record<UnitKind, string | null> = { sector: null, committee: null, township: null };
  for (const kind of UNIT_KINDS) {
    const name = cells[kind];
    const unit = names[kind].get(name);
    if (unit?.active) ids[kind] = unit.id;
    else if (unit) problems.push(problemOf(line, kind, `${UNIT_KIND_LABELS[kind]}“${name}”已停用，请改填其他的。`));
    else if (name !== '' && !problems.some(({ column }) => column === headingOf(kind))) {
      const near = nearestNames(name, [...names[kind].keys()]);
      const hint = near.length > 0 ? `是不是“${near.join('”或“')}”？` : '请先在目录里添加，或改填已有的名称。';
      problems.push(problemOf(line, kind, `没有这个${UNIT_KIND_LABELS[kind]}。${hint}`));
    }
  }
  return ids;
}

function sameMember(a: RosterMember, b: RosterMember): boolean {
  return (Object.keys(a) as (keyof RosterMember)[]).every((key) => a[key] === b[key]);
}

/**
 * Checks every row of a roster against the rules and against the directory as it is now. A member is found again by its number;
 * one who had left and stands on the roster is a member again.
 */
export async function checkRoster(lines: readonly RosterLine[], directory: DirectoryNow): Promise<CheckedLine[]> {
  const names = unitNamesOf(directory.units);
  const membersByNumber = new Map(directory.members.map((member) => [member.number, member]));
  const lineOfNumber = new Map<string, number>();
  const checked: CheckedLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % ROWS_AT_A_TIME === 0) await setImmediate();
    const { cells, problems } = await checkTexts(line);
    const ids = checkUnits(line, cells, names, problems);
    const number = cells.number.toUpperCase();
    const earlier = lineOfNumber.get(number);
    if (earlier !== undefined) problems.push(problemOf(line, 'number', `编号与第 ${earlier} 行重复，请改正其中一行。`));
    else if (number !== '') lineOfNumber.set(number, line.line);
    if (problems.length > 0 || ids.sector === null) {
      checked.push({ line: line.line, outcome: 'problem', problems });
      continue;
    }
    const { name, workUnit, post, field, term, bio } = cells;
    const member: RosterMember = {
      ...{ number, name, workUnit, post, field, term, bio: bio || null, active: true },
      ...{ sectorId: ids.sector, committeeId: ids.committee, townshipId: ids.township },
    };
    const known = membersByNumber.get(number);
    if (!known) checked.push({ line: line.line, outcome: 'create', member });
    else if (sameMember(member, known)) checked.push({ line: line.line, outcome: 'unchanged' });
    else checked.push({ line: line.line, outcome: 'update', member, id: known.id });
  }
  return checked;
}
