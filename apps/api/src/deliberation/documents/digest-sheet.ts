import { chinaDay } from '@lianxin/shared';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import type { DigestItemView } from '../digest-items.views.js';
import type { DigestView } from '../digests.views.js';

/** A cell that stays text whatever it looks like: a title that begins with "=" is never taken for a formula. */
function text(value: string, style: Partial<CellObject> = {}): CellObject {
  return { value, type: String, format: '@', wrap: true, alignVertical: 'top', ...style };
}

const HEADING_STYLE: Partial<CellObject> = { fontWeight: 'bold', backgroundColor: '#DCE6F2', align: 'center' };

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly wordsOf: (item: DigestItemView, digest: DigestView) => string;
}

const dayOf = (instant: string | null) => (instant ? chinaDay(new Date(instant)) : '');
const wholeText = ({ text: parts }: DigestItemView) =>
  parts.map(({ label, text: words }) => `${label}：${words}`).join('\n');

/** One row an item. */
const COLUMNS: readonly Column[] = [
  { heading: '序号', width: 6, wordsOf: ({ position }) => String(position) },
  {
    heading: '栏目',
    width: 14,
    wordsOf: ({ sectionId }, { sections }) => sections.find(({ id }) => id === sectionId)?.title ?? '',
  },
  { heading: '编号', width: 18, wordsOf: ({ submission }) => submission.reference ?? '' },
  { heading: '类型', width: 14, wordsOf: ({ submission }) => submission.kindLabel },
  { heading: '主题', width: 12, wordsOf: ({ submission }) => submission.themeLabel },
  { heading: '标题', width: 36, wordsOf: ({ submission }) => submission.title },
  {
    heading: '反映人',
    width: 24,
    wordsOf: ({ credits }) => credits.map(({ name, sectorName }) => `${name}（${sectorName}）`).join('、'),
  },
  { heading: '界别', width: 14, wordsOf: ({ submission }) => submission.sectorName },
  { heading: '采集日期', width: 12, wordsOf: ({ submission }) => dayOf(submission.acceptedAt) },
  { heading: '来源件数', width: 9, wordsOf: ({ submission }) => String(submission.sourceCount) },
  { heading: '内容', width: 60, wordsOf: (item) => item.summary ?? wholeText(item) },
  { heading: '决定', width: 10, wordsOf: ({ decision }) => decision?.outcomeLabel ?? '' },
  { heading: '理由', width: 40, wordsOf: ({ decision }) => decision?.reason ?? '' },
  { heading: '转化为', width: 16, wordsOf: ({ decision }) => decision?.useLabel ?? '' },
  { heading: '承办单位', width: 20, wordsOf: ({ decision }) => decision?.responsibleBody ?? '' },
  { heading: '办理期限', width: 12, wordsOf: ({ decision }) => decision?.dueDate ?? '' },
];

/** A digest as an .xlsx file, one item a row; decisions once they are signed. */
export function writeDigestSheet(digest: DigestView): Promise<Buffer> {
  const sheet = {
    sheet: '汇总',
    columns: COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      COLUMNS.map(({ heading }) => text(heading, HEADING_STYLE)),
      ...digest.items.map((item) =>
        COLUMNS.map(({ wordsOf }) => {
          const value = wordsOf(item, digest);
          return value === '' ? null : text(value);
        }),
      ),
    ],
  };
  return writeExcelFile([sheet]).toBuffer();
}
