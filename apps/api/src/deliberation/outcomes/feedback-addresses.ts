import type { SubmissionRef } from '@lianxin/shared';
import type { Behind, MemberBehind } from '../../opinions/submissions.service.js';
import type { AdoptionFeedback, FeedbackRole } from './adoption-feedback.entity.js';

/** Who is told, of what, and as what. */
export type FeedbackAddress = Pick<AdoptionFeedback, 'subjectKind' | 'subjectId' | 'memberId' | 'accountId' | 'role'>;

/** Everybody behind a submission, once for each own opinion; the convener of a sector voice for the voice. */
export function addressesOf(
  root: SubmissionRef,
  { opinions, convener }: Pick<Behind, 'opinions' | 'convener'>,
): FeedbackAddress[] {
  const isVoice = root.kind === 'sector_voice';
  const told = new Map<string, FeedbackAddress>();
  const add = (subject: SubmissionRef, { memberId, accountId }: MemberBehind, role: FeedbackRole): void => {
    const key = `${subject.id}:${memberId}`;
    if (told.has(key)) return;
    told.set(key, { subjectKind: subject.kind, subjectId: subject.id, memberId, accountId, role });
  };
  if (isVoice && convener) add(root, convener, 'author');
  for (const opinion of opinions) {
    const subject = { kind: 'opinion', id: opinion.id } as const;
    const author = { memberId: opinion.authorMemberId, accountId: opinion.authorAccountId };
    add(subject, author, isVoice ? 'contributor' : 'author');
    for (const cosigner of opinion.cosigners) add(subject, cosigner, isVoice ? 'contributor' : 'cosigner');
  }
  return [...told.values()];
}
