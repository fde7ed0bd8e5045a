import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';

/** Twentieths of a point, in which Word measures: 1440 an inch. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** A Chinese type face for all characters of a run, digits included. */
const face = (name: string) => ({ ascii: name, hAnsi: name, cs: name, eastAsia: name });

/** The type faces of GB/T 9704-2012, by the names that Windows and WPS have them under. */
export const FACES = {
  title: face('方正小标宋简体'),
  body: face('仿宋'),
  heading: face('黑体'),
  subheading: face('楷体'),
  pageNumber: face('宋体'),
} as const;

/** Sizes in half-points: 2号 is 22 pt, 3号 16 pt, 4号 14 pt. */
export const SIZES = { title: 44, body: 32, pageNumber: 28 } as const;

/** 225 mm of text in 22 lines, rounded down so that all of them fit, in twips. */
export const LINE_PITCH = 579;
/**
 * 156 mm of text in 28 characters: 15.79 pt each, so a quarter of a point closer than the 16 pt of the type, in twips. Set on the runs and
 * not as the grid's `charSpace`, of which LibreOffice takes a negative value for a very large one.
 */
const CHARACTER_SPACING = -5;
/** Width of one character of the grid, in twips. */
export const CHARACTER_WIDTH = 316;
/** The red of a red heading. */
export const RED = 'FF0000';

/** A line of the body's height. Exact, because type faces that stand in for missing ones would stretch it. */
export const LINE = { line: LINE_PITCH, lineRule: LineRuleType.EXACT } as const;

/** Two characters in, for Word by characters and for programs that do not know these by length. */
const FIRST_LINE = { firstLine: 2 * CHARACTER_WIDTH, firstLineChars: 200 } as const;

const BODY = {
  run: {
    font: FACES.body,
    size: SIZES.body,
    characterSpacing: CHARACTER_SPACING,
    language: { value: 'en-US', eastAsia: 'zh-CN' },
  },
  paragraph: { spacing: { ...LINE, before: 0, after: 0 } },
} as const;

/** The body's 3号仿宋 for all that says nothing else; the grid is reckoned from the style Normal. */
export const STYLES: IStylesOptions = {
  default: { document: BODY },
  paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true, ...BODY }],
};

/** The page: A4; margins of 37, 26, 35 and 28 mm leave 156 × 225 mm for 22 lines of 28 characters (GB/T 9704-2012, 5.2). */
export const PAGE: ISectionPropertiesOptions = {
  page: {
    size: { width: twips(210), height: twips(297) },
    margin: {
      top: twips(37),
      right: twips(26),
      bottom: twips(35),
      left: twips(28),
      header: twips(15),
      footer: twips(25),
    },
  },
  grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH },
};

/** A paragraph of runs. */
export function paragraph(
  runs: readonly IRunOptions[],
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
): Paragraph {
  return new Paragraph({
    ...options,
    spacing: { ...LINE, ...options.spacing },
    children: runs.map((run) => new TextRun(run)),
  });
}

/** A paragraph of the body: both edges even, two characters in. */
export function bodyParagraph(
  runs: readonly IRunOptions[],
  options: Omit<IParagraphOptions, 'children'> = {},
): Paragraph {
  return paragraph(runs, { alignment: AlignmentType.BOTH, indent: FIRST_LINE, ...options });
}

/** An empty line of the grid. */
export function emptyLine(): Paragraph {
  return paragraph([]);
}

/** The page number “— 1 —” in 4号宋体, on the outer side and one character in from it (GB/T 9704-2012, 7.5). */
export function pageNumber(side: 'odd' | 'even'): Footer {
  const indent = side === 'odd' ? { right: CHARACTER_WIDTH } : { left: CHARACTER_WIDTH };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent,
        spacing: { line: 320, lineRule: LineRuleType.EXACT },
        children: [
          new TextRun({ font: FACES.pageNumber, size: SIZES.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  });
}
