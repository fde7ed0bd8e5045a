import { AlignmentType, BorderStyle, Document, type IRunOptions, Packer, type Paragraph } from 'docx';
import type { DecisionView, DigestItemView } from '../digest-items.views.js';
import type { DigestView } from '../digests.views.js';
import { chineseNumber, documentDate, documentDay } from './chinese-numerals.js';
import {
  bodyParagraph,
  CHARACTER_WIDTH,
  emptyLine,
  FACES,
  PAGE,
  pageNumber,
  paragraph,
  RED,
  SIZES,
  STYLES,
} from './official-format.js';

/** The media type of a .docx file. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Characters of a line. */
const LINE_CHARACTERS = 28;
/** Half-points of the red heading: as large as one line of it allows, within these. */
const RED_HEADING_SIZES = { least: 52, most: 124 } as const;

/**
 * A digest as a Word document in the format of GB/T 9704-2012: red heading if wished, title, the meeting it is for, every item in its
 * order with its decision once that is signed, issuer and date at the end.
 * @param date the date that the document bears.
 */
export function writeDigestDocument(digest: DigestView, date: Date): Promise<Buffer> {
  const document = new Document({
    title: digest.title,
    creator: digest.issuer ?? '',
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: PAGE,
        footers: { default: pageNumber('odd'), even: pageNumber('even') },
        children: [
          ...(digest.redHeading && digest.issuer ? redHeading(digest.issuer, digest.reference) : []),
          ...opening(digest),
          ...partsOf(digest).flatMap(({ title, items }, index) => part(title, items, index)),
          ...closing(digest.issuer, documentDate(date)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** 汇总 2026-003 as official documents have it: 汇总〔2026〕3号 (GB/T 9704-2012, 7.2.5). */
export function documentNumber(reference: string): string {
  const [, label, year, sequence] = /^(.*) (\d{4})-(\d+)$/.exec(reference) ?? [];
  return sequence ? `${label}〔${year}〕${Number(sequence)}号` : reference;
}

/** The issuer in red 35 mm below the edge of the text, the number two lines below it, and a red rule (GB/T 9704-2012, 7.2). */
function redHeading(issuer: string, reference: string): Paragraph[] {
  const fitting = Math.floor((LINE_CHARACTERS * CHARACTER_WIDTH) / 10 / [...issuer].length);
  const size = Math.max(RED_HEADING_SIZES.least, Math.min(RED_HEADING_SIZES.most, fitting));
  return [
    paragraph([{ text: issuer, font: FACES.title, size, color: RED, snapToGrid: false }], {
      alignment: AlignmentType.CENTER,
      spacing: { before: 1984, line: Math.round(size * 12), lineRule: 'exact' },
    }),
    emptyLine(),
    emptyLine(),
    paragraph([{ text: documentNumber(reference) }], {
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 11, color: RED } },
    }),
    emptyLine(),
  ];
}

function opening(digest: DigestView): Paragraph[] {
  const count = digest.items.length;
  const preface = digest.preface ?? `现将政协委员反映、已采集的意见建议 ${count} 条汇总报送，请予研究。`;
  return [
    emptyLine(),
    paragraph([{ text: digest.title, font: FACES.title, size: SIZES.title, snapToGrid: false }], {
      alignment: AlignmentType.CENTER,
    }),
    paragraph([{ text: `（提请${documentDay(digest.meetingDate)}会议研究）`, font: FACES.subheading }], {
      alignment: AlignmentType.CENTER,
    }),
    emptyLine(),
    paragraph([{ text: `${digest.meetingName}：` }]),
    ...lines(preface).map((text) => bodyParagraph([{ text }])),
  ];
}

interface Part {
  readonly title: string | null;
  readonly items: readonly DigestItemView[];
}

/** The items section by section; without sections there is one part that has no heading. Empty sections are left out. */
function partsOf({ sections, items }: DigestView): Part[] {
  const loose = items.filter(({ sectionId }) => sectionId === null);
  const parts = sections.map(({ id, title }) => ({ title, items: items.filter(({ sectionId }) => sectionId === id) }));
  const filled = parts.filter((part) => part.items.length > 0);
  if (filled.length === 0) return [{ title: null, items: loose }];
  return loose.length > 0 ? [{ title: '综合', items: loose }, ...filled] : filled;
}

/** Headings count 一、 in 黑体 and （一） in 楷体 (GB/T 9704-2012, 7.3.3). */
function part(title: string | null, items: readonly DigestItemView[], index: number): Paragraph[] {
  if (title === null) {
    return items.flatMap((view, place) => item(view, `${chineseNumber(place + 1)}、`, FACES.heading));
  }
  return [
    bodyParagraph([{ text: `${chineseNumber(index + 1)}、${title}`, font: FACES.heading }], { keepNext: true }),
    ...items.flatMap((view, place) => item(view, `（${chineseNumber(place + 1)}）`, FACES.subheading)),
  ];
}

function item(view: DigestItemView, number: string, font: IRunOptions['font']): Paragraph[] {
  const { submission, summary, text, decision } = view;
  return [
    bodyParagraph([{ text: `${number}${submission.title}`, font }], { keepNext: true }),
    bodyParagraph([{ text: creditLine(view) }]),
    ...(summary ? lines(summary).map((words) => bodyParagraph([{ text: words }])) : text.flatMap(labelled)),
    ...(decision ? decided(decision) : []),
  ];
}

/** A part of a text: its name in bold before the first paragraph. */
function labelled({ label, text }: DigestItemView['text'][number]): Paragraph[] {
  return lines(text).map((words, index) =>
    bodyParagraph(index === 0 ? [{ text: `${label}：`, bold: true }, { text: words }] : [{ text: words }]),
  );
}

/** Who reflected it and under which number, all members credited. */
function creditLine({ submission, credits }: DigestItemView): string {
  const named = (role: DigestItemView['credits'][number]['role']) =>
    credits.filter((credit) => credit.role === role).map(({ name, sectorName }) => `${name}（${sectorName}）`);
  const [authors, cosigners, contributors] = [named('author'), named('cosigner'), named('contributor')];
  const voice = submission.kind === 'sector_voice';
  const parts = [
    voice ? `${submission.sectorName}集体反映` : authors.length > 0 ? `${authors.join('、')}反映` : '',
    cosigners.length > 0 ? `${cosigners.join('、')}联名` : '',
    contributors.length > 0 ? `${contributors.join('、')}${voice ? '参与' : '反映同一事项'}` : '',
    submission.reference ?? submission.kindLabel,
  ];
  return `（${parts.filter(Boolean).join('；')}）`;
}

function decided(decision: DecisionView): Paragraph[] {
  const { use, useLabel, responsibleBody, dueDate } = decision;
  const words = [
    decision.outcomeLabel,
    use === 'referral' ? `转交${responsibleBody}办理` : useLabel && `转化为${useLabel}`,
    use === 'referral' ? null : responsibleBody && `由${responsibleBody}办理`,
    dueDate && `${documentDay(dueDate)}前办结`,
  ];
  return [
    bodyParagraph([
      { text: '会议决定：', font: FACES.heading },
      { text: `${words.filter(Boolean).join('，')}${decision.correctionReason ? '（更正后）' : ''}。` },
    ]),
    ...lines(decision.reason).map((text, index) =>
      bodyParagraph(index === 0 ? [{ text: '理由：', font: FACES.heading }, { text }] : [{ text }]),
    ),
  ];
}

/**
 * Issuer and date, the date two characters further right than the issuer, the longer of them two characters in from the edge
 * (GB/T 9704-2012, 7.3.5.2).
 */
function closing(issuer: string | null, date: string): Paragraph[] {
  const dateWidth = widthOf(date);
  const issuerWidth = widthOf(issuer ?? '');
  const issuerRight = Math.max(2, 4 + dateWidth - issuerWidth);
  const dateRight = issuer === null ? 4 : issuerRight + issuerWidth - 2 - dateWidth;
  const signed = (text: string, right: number) =>
    paragraph([{ text }], {
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(right * CHARACTER_WIDTH) },
      keepLines: true,
    });
  return [emptyLine(), ...(issuer === null ? [] : [signed(issuer, issuerRight)]), signed(date, dateRight)];
}

/** Width in characters of the grid; digits are half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u0020-\u007e]/.test(character) ? 0.5 : 1), 0);
}

/** The paragraphs of a text that people typed. */
function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
