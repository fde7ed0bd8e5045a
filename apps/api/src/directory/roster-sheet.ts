import { LIMITS } from '@lianxin/shared';
import { unzip } from 'fflate';
import { readSheet, type SheetData } from 'read-excel-file/node';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { fieldInvalid, type Problem } from '../platform/problems/problem.js';
import { headingOf, ROSTER_COLUMNS, type RosterCells } from './roster-columns.js';
import type { RosterProblem } from './rosters.dto.js';

/** The media type of an .xlsx file. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A filled row as it stands in the file. `misread` names cells that hold no text at all, such as a date. */
export interface RosterLine {
  /** The row as Excel numbers it. */
  readonly line: number;
  readonly cells: RosterCells;
  readonly misread: RosterProblem[];
}

const ROSTER_SHEET = '委员名册';
const INSTRUCTION_SHEET = '填写说明';
/** What a file within the size limit may unpack to; more is a bomb, not a roster. */
const MOST_UNPACKED_BYTES = 80 * 1024 * 1024;

/** How a file of Excel before 2007 begins. */
const OLD_EXCEL = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function refusal(code: string, message: string): Problem {
  return fieldInvalid('file', code, message);
}

const notXlsx = () => refusal('roster_not_xlsx', '无法读取这个文件，请上传用模板填写的 .xlsx 文件。');

function unpackedSize(bytes: Buffer): Promise<number> {
  let size = 0;
  return new Promise((resolve, reject) => {
    const options = {
      filter: (file: { originalSize: number }) => {
        size += file.originalSize;
        return false;
      },
    };
    unzip(bytes, options, (error) => (error ? reject(error) : resolve(size)));
  });
}

async function readCells(bytes: Buffer): Promise<SheetData> {
  if (bytes.subarray(0, OLD_EXCEL.length).equals(OLD_EXCEL)) {
    throw refusal('roster_not_xlsx', '这是旧版 .xls 文件，请用 Excel 或 WPS 另存为 .xlsx 后再上传。');
  }
  try {
    if ((await unpackedSize(bytes)) <= MOST_UNPACKED_BYTES) return await readSheet(bytes);
  } catch {
    // whatever the library says of it, the file is not one that Excel writes
  }
  throw notXlsx();
}

/** Headings are compared without spaces, and 乡镇（街道） counts as 乡镇(街道). */
function plain(heading: unknown): string {
  return String(heading ?? '')
    .normalize('NFKC')
    .replaceAll(/\s/g, '');
}

/** The place of each column in the sheet. @throws {Problem} 422 naming headings that are missing, unknown or doubled. */
function placesOf(headings: readonly unknown[]): Map<keyof RosterCells, number> {
  const found = headings.map(plain);
  const known = new Set(ROSTER_COLUMNS.map(({ heading }) => heading));
  const missing = ROSTER_COLUMNS.filter(({ heading }) => !found.includes(heading)).map(({ heading }) => heading);
  const unknown = found
    .filter((heading) => heading !== '' && !known.has(heading))
    .map((heading) => heading.slice(0, 20));
  const doubled = found.filter((heading, index) => heading !== '' && found.indexOf(heading) !== index);
  if (missing.length + unknown.length + doubled.length > 0) {
    const parts = [
      missing.length > 0 ? `缺少：${missing.join('、')}` : '',
      unknown.length > 0 ? `不认识：${unknown.slice(0, 5).join('、')}` : '',
      doubled.length > 0 ? `重复：${doubled.slice(0, 5).join('、')}` : '',
    ].filter(Boolean);
    throw refusal('roster_headings', `第一行的列标题与模板不一致（${parts.join('；')}）。请下载模板，按模板填写。`);
  }
  return new Map(ROSTER_COLUMNS.map(({ key, heading }) => [key, found.indexOf(heading)]));
}

function toLine(row: readonly unknown[], line: number, places: ReadonlyMap<keyof RosterCells, number>): RosterLine {
  const misread: RosterProblem[] = [];
  const entries = [...places].map(([key, place]) => {
    const value = row[place] ?? '';
    if (typeof value === 'string' || typeof value === 'number') return [key, String(value)];
    const kind = typeof value === 'boolean' ? '是/否' : '日期';
    misread.push({
      row: line,
      column: headingOf(key),
      value: null,
      reason: `这一格应为文字，现在是${kind}，请改成文字。`,
    });
    return [key, ''];
  });
  return { line, cells: Object.fromEntries(entries) as RosterCells, misread };
}

/**
 * Reads the filled rows of a roster's first sheet.
 * @throws {Problem} 422 for what is not an .xlsx file, wrong headings, no rows or more than `LIMITS.rosterRows`.
 */
export async function readRoster(bytes: Buffer): Promise<RosterLine[]> {
  const [headings, ...rows] = await readCells(bytes);
  if (!headings) throw refusal('roster_empty', '文件是空的，请选择填好的名册。');
  const places = placesOf(headings);
  const lines = rows.flatMap((row, index) =>
    row.every((cell) => cell === null || cell === '') ? [] : [toLine(row, index + 2, places)],
  );
  if (lines.length === 0) throw refusal('roster_empty', '名册里还没有委员，请从第二行开始填写。');
  if (lines.length > LIMITS.rosterRows) {
    throw refusal('roster_too_long', `一次最多导入 ${LIMITS.rosterRows} 行，请分成几个文件导入。`);
  }
  return lines;
}

/** A cell that stays text whatever it looks like: a name that begins with "=" is never taken for a formula. */
function text(value: string, style: Partial<CellObject> = {}): CellObject {
  return { value, type: String, format: '@', wrap: true, alignVertical: 'top', ...style };
}

const HEADING_STYLE: Partial<CellObject> = { fontWeight: 'bold', backgroundColor: '#DCE6F2', align: 'center' };

function rosterSheet(rows: readonly RosterCells[]) {
  return {
    sheet: ROSTER_SHEET,
    columns: ROSTER_COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      ROSTER_COLUMNS.map(({ heading }) => text(heading, HEADING_STYLE)),
      ...rows.map((row) => ROSTER_COLUMNS.map(({ key }) => (row[key] === '' ? null : text(row[key])))),
    ],
  };
}

function instructionSheet() {
  const line = (column: string, instruction: string, example: string, style?: Partial<CellObject>) => [
    text(column, style),
    text(instruction, style),
    text(example, style),
  ];
  return {
    sheet: INSTRUCTION_SHEET,
    columns: [{ width: 14 }, { width: 70 }, { width: 36 }],
    data: [
      line('列', '怎么填', '例子（虚构）', HEADING_STYLE),
      ...ROSTER_COLUMNS.map(({ heading, instruction, example }) => line(heading, instruction, example)),
      line(
        '导入',
        `先检查、后导入：有问题的行会逐条列出，确认之前不会改动任何资料。一次最多 ${LIMITS.rosterRows} 行。`,
        '',
      ),
    ],
  };
}

/** A filled roster as an .xlsx file. */
export function writeRoster(rows: readonly RosterCells[]): Promise<Buffer> {
  return writeExcelFile([rosterSheet(rows), instructionSheet()]).toBuffer();
}
