/** Limits that the forms and the API both apply. Lengths are in Unicode characters (code points), sizes in bytes. */
export const LIMITS = {
  letterTitle: 50,
  letterText: 2000,
  letterPhotos: 9,
  photoBytes: 10 * 1024 * 1024,
  /** A photo's larger side is brought down to this many pixels. */
  photoSide: 2048,
  thumbnailSide: 360,
  placeName: 100,
  reason: 500,
  ratingWords: 200,
  note: 1000,
  templateTitle: 30,
  templateText: 1000,
  templatesPerOwner: 100,
  channelName: 40,
  channelContact: 100,
  channelScope: 200,
  publishedQuestion: 100,
  publishedAnswer: 2000,
  personName: 20,
  directoryName: 60,
  workUnit: 80,
  post: 60,
  field: 80,
  bio: 1000,
  term: 20,
  memberNumber: 20,
  query: 50,
  username: 40,
  passwordMin: 10,
  passwordMax: 128,
  rosterBytes: 5 * 1024 * 1024,
  rosterRows: 5000,
  pageSize: 20,
  pageSizeMax: 100,
} as const;

/** Minimum number of letters before a member's figures are shown, so that one letter does not make a name. */
export const FIGURES_MINIMUM_LETTERS = 3;

/** Length of a text as a person counts it: code points, so that 𠮷 and an emoji count once. */
export function textLength(text: string): number {
  return [...text].length;
}
