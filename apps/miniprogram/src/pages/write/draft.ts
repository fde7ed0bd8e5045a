import { type LetterCategory, LIMITS, type NameDisplay, textLength } from '@lianxin/shared';
import type { MemberSummary, Photo, WriteLetter } from '@/api/types';

/** What is kept of the chosen member, enough to show it without asking again. */
export type Addressee = Pick<MemberSummary, 'id' | 'name' | 'portraitUrl' | 'sector'>;

/** A letter as far as it is written. */
export interface LetterDraft {
  readonly step: Step;
  readonly member: Addressee | null;
  /** The member was chosen before writing; the question to whom is left out. */
  readonly memberGiven: boolean;
  readonly category: LetterCategory | null;
  readonly title: string;
  readonly text: string;
  readonly photos: readonly Photo[];
  readonly placeName: string;
  /** Degrees in GCJ-02, when the place was chosen on the map; typing another name takes them away. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly townshipId: string | null;
  readonly nameDisplay: NameDisplay;
  readonly writerName: string;
  readonly consentOpinion: boolean;
  /** The name may be given with the words in an opinion; see {@link mayConsentName}. */
  readonly consentName: boolean;
}

/** One question after the other: what kind of matter, the words, to whom, who I am, and a last look. */
export const STEPS = ['category', 'words', 'member', 'you', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_TITLES: Record<Step, string> = {
  category: '这是一件什么样的事？',
  words: '请把事情写下来',
  member: '写给哪位委员？',
  you: '关于您',
  check: '看一看，没问题就寄出',
};

/** A letter before its first word. */
export const EMPTY_LETTER: LetterDraft = {
  step: 'category',
  member: null,
  memberGiven: false,
  category: null,
  title: '',
  text: '',
  photos: [],
  placeName: '',
  latitude: null,
  longitude: null,
  townshipId: null,
  nameDisplay: 'full',
  writerName: '',
  consentOpinion: false,
  consentName: false,
};

/** The steps of this letter, in order. */
export function stepsOf(draft: Pick<LetterDraft, 'memberGiven' | 'member'>): readonly Step[] {
  return draft.memberGiven && draft.member ? STEPS.filter((step) => step !== 'member') : STEPS;
}

/** The step before or after another one; none at the ends. */
export function neighbour(draft: LetterDraft, by: 1 | -1): Step | undefined {
  const steps = stepsOf(draft);
  return steps[steps.indexOf(draft.step) + by];
}

/** Something that has to be put right, as an ErrorSummary shows it. */
export interface DraftProblem {
  readonly field: string;
  readonly message: string;
}

const FIELD_STEPS: Record<string, Step> = {
  category: 'category',
  title: 'words',
  text: 'words',
  photoIds: 'words',
  place: 'words',
  memberId: 'member',
  townshipId: 'you',
  nameDisplay: 'you',
  writerName: 'you',
  consentOpinion: 'you',
  consentName: 'you',
};

/** Where a field is asked for; the names are those of the API, `place.name` among them. */
export function stepOfField(field: string): Step {
  return FIELD_STEPS[field.split(/[.[]/)[0] ?? ''] ?? 'check';
}

/** The name that the member will be shown is made from: the account's own, or what is typed here. */
export function nameOf(draft: Pick<LetterDraft, 'writerName'>, accountName: string | null): string {
  return accountName ?? draft.writerName.trim();
}

function lengthProblem(field: string, what: string, text: string, max: number): DraftProblem[] {
  const length = textLength(text.trim());
  if (length === 0) return [{ field, message: `请填写${what}` }];
  return length > max ? [{ field, message: `${what}最多 ${max} 字，现在多了 ${length - max} 字` }] : [];
}

/** Everything that is missing or too long, in the order of the steps. The API checks the same again. */
export function problemsOf(draft: LetterDraft, accountName: string | null): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (!draft.category) problems.push({ field: 'category', message: '请选一种' });
  problems.push(...lengthProblem('title', '标题', draft.title, LIMITS.letterTitle));
  problems.push(...lengthProblem('text', '内容', draft.text, LIMITS.letterText));
  if (draft.placeName.trim() !== '') {
    problems.push(...lengthProblem('place.name', '地点', draft.placeName, LIMITS.placeName));
  }
  if (!draft.member) problems.push({ field: 'memberId', message: '请选择一位委员' });
  if (draft.nameDisplay !== 'hidden' && accountName === null) {
    problems.push(...lengthProblem('writerName', '姓名', draft.writerName, LIMITS.personName));
  }
  return problems;
}

/** Something of the letter has been written, so that it is worth saying that it was kept. */
export function isBegun(draft: LetterDraft): boolean {
  return draft.category !== null || draft.title !== '' || draft.text !== '' || draft.photos.length > 0;
}

/** The name may be given in an opinion at all: the words may, and the member is shown the whole name. */
export function mayConsentName(draft: Pick<LetterDraft, 'consentOpinion' | 'nameDisplay'>): boolean {
  return draft.consentOpinion && draft.nameDisplay === 'full';
}

/** What the API takes; only for a draft without {@link problemsOf}. */
export function toLetter(draft: LetterDraft, accountName: string | null): WriteLetter {
  const { member, category } = draft;
  if (!member || !category) throw new RangeError('the draft is not complete');
  const placeName = draft.placeName.trim();
  const writerName = draft.writerName.trim();
  return {
    memberId: member.id,
    category,
    title: draft.title.trim(),
    text: draft.text.trim(),
    photoIds: draft.photos.map((photo) => photo.id),
    place: placeName === '' ? null : { name: placeName, latitude: draft.latitude, longitude: draft.longitude },
    townshipId: draft.townshipId,
    nameDisplay: draft.nameDisplay,
    consentOpinion: draft.consentOpinion,
    consentName: draft.consentName && mayConsentName(draft),
    ...(accountName === null && draft.nameDisplay !== 'hidden' && { writerName }),
  };
}
