import { type Caller, callerFor, eventually } from './calls.js';

interface Versioned {
  readonly id: string;
  readonly version: number;
}
interface Letter extends Versioned {
  readonly state: string;
  readonly messages: readonly { readonly id: string; readonly checkState: string; readonly purpose: string }[];
}
interface Digest extends Versioned {
  readonly items: readonly (Versioned & { readonly submission: { readonly id: string } })[];
}

/** What a constituent writes in a test; the number makes it no copy of an earlier run's letter. */
export interface Told {
  readonly title: string;
  readonly text: string;
}

const member = (caller: Caller) => caller.get<{ memberId: string }>('/me');

/** Writes a letter that may be quoted, and waits until it has reached the member. @returns its id. */
export async function writeLetter(baseURL: string, writer: string, to: string, told: Told): Promise<string> {
  const [own, addressee] = await Promise.all([callerFor(baseURL, writer), callerFor(baseURL, to)]);
  const { memberId } = await member(addressee);
  const { id } = await own.post<Letter>('/letters', {
    memberId,
    category: 'suggestion',
    ...told,
    photoIds: [],
    nameDisplay: 'full',
    consentOpinion: true,
  });
  const letter = () => own.get<Letter>(`/letters/${id}`);
  await eventually(letter, ({ state }) => state === 'delivered', 'the letter reaches the member');
  return id;
}

/** The member draws an opinion from a letter and hands it in to the office, which accepts it. @returns its id. */
export async function reflect(baseURL: string, author: string, letterId: string, title: string): Promise<string> {
  const [own, office] = await Promise.all([callerFor(baseURL, author), callerFor(baseURL, '吴办公')]);
  const sources = [{ sourceKind: 'letter', sourceId: letterId }];
  const { id, version } = await own.post<Versioned>('/opinions', { kind: 'information', sources });
  const written = await own.patch<Versioned>(`/opinions/${id}`, {
    version,
    title,
    theme: 'construction',
    desk: 'office',
    sections: ['situation', 'analysis', 'suggestion'].map((key) => ({ key, text: `${title}：${key}。` })),
  });
  const submitted = await own.post<Versioned>(`/opinions/${id}/submit`, { version: written.version });
  await office.post(`/opinions/${id}/accept`, { version: submitted.version });
  return id;
}

/** A meeting on one opinion, from the digest to the feedback to its member. The decision names no body that would have to report. */
export async function decide(baseURL: string, opinionId: string, outcome: string, reason: string): Promise<void> {
  const [office, leader] = await Promise.all([callerFor(baseURL, '吴办公'), callerFor(baseURL, '孙主席')]);
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const digest = await office.post<Digest>('/digests', { meetingName: '第 30 次主席会议', meetingDate: day });
  const filled = await office.post<Digest>(`/digests/${digest.id}/items`, {
    version: digest.version,
    submissions: [{ kind: 'opinion', id: opinionId }],
  });
  await office.post(`/digests/${digest.id}/submit`, { version: filled.version });
  const now = () => office.get<Digest>(`/digests/${digest.id}`);
  const [item] = (await now()).items;
  if (!item) throw new Error('the digest is empty');
  await office.put(`/digests/${digest.id}/items/${item.id}/decision`, {
    version: item.version,
    outcome,
    reason,
    ...(outcome === 'adopted' && { use: 'key_inspection' }),
  });
  await leader.post(`/digests/${digest.id}/sign-off`, { version: (await now()).version });
  const feedback = await office.get<Versioned>(`/digests/${digest.id}/feedback`);
  await office.post(`/digests/${digest.id}/feedback`, { version: feedback.version });
}
