import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '@/api/problem';
import type { Account, MemberSummary } from '@/api/types';
import { useDraft } from '@/hooks/useDraft';
import { pageUrl, replacePage } from '@/navigation';
import { acknowledgeOutcome, sendOff, useOutbox } from '@/outbox';
import {
  type DraftProblem,
  EMPTY_LETTER,
  type LetterDraft,
  neighbour,
  problemsOf,
  type Step,
  stepOfField,
  toLetter,
} from './draft';

/** Names of the API's fields by those of the draft, where they differ. */
const API_FIELDS: Partial<Record<keyof LetterDraft, string>> = {
  member: 'memberId',
  photos: 'photoIds',
  placeName: 'place',
};

function concerns(change: Partial<LetterDraft>, field: string): boolean {
  const root = field.split(/[.[]/)[0];
  return Object.keys(change).some((key) => (API_FIELDS[key as keyof LetterDraft] ?? key) === root);
}

/** Everything of a letter being written: the draft, the step, what is wrong, and sending it off. */
export function useWriting(account: Account) {
  const draft = useDraft<LetterDraft>('letter', { ...EMPTY_LETTER, townshipId: account.townshipId });
  const { value, update: keep, clear, renewKey } = draft;
  const { sending, waiting, sent, refusal: justRefused, ...outbox } = useOutbox();
  const pending = outbox.pending?.accountId === account.id ? outbox.pending : undefined;
  /** What is missing is said once the person tries to go on, not before. */
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<readonly DraftProblem[]>([]);
  const [refusal, setRefusal] = useState<unknown>();
  const wasPending = useRef(pending !== undefined);

  const goTo = useCallback(
    (step: Step) => {
      keep({ step });
      setTried(false);
      Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
    },
    [keep],
  );
  const update = useCallback(
    (change: Partial<LetterDraft>) => {
      keep(change);
      setRefusal(undefined);
      setRefused((before) => before.filter(({ field }) => !concerns(change, field)));
    },
    [keep],
  );

  useEffect(() => {
    if (pending) wasPending.current = true;
  }, [pending]);
  useEffect(() => {
    if (!sent) return;
    acknowledgeOutcome();
    // One that arrived before this page was opened has been told elsewhere.
    if (!wasPending.current) return;
    clear();
    replacePage(pageUrl('/pages/sent/index', { id: sent.id }));
  }, [sent, clear]);
  useEffect(() => {
    if (justRefused === undefined) return;
    acknowledgeOutcome();
    setRefusal(justRefused);
    const errors = justRefused instanceof ApiProblem ? justRefused.errors : [];
    setRefused(errors);
    if (errors[0]) goTo(stepOfField(errors[0].field));
  }, [justRefused, goTo]);

  const missing = problemsOf(value, account.name);
  const ofStep = (problems: readonly DraftProblem[]) =>
    problems.filter(({ field }) => stepOfField(field) === value.step);
  const next = () => {
    const step = neighbour(value, 1);
    if (ofStep(missing).length > 0) setTried(true);
    else if (step) goTo(step);
  };
  const back = neighbour(value, -1);

  const send = () => {
    const first = missing[0];
    if (first) {
      goTo(stepOfField(first.field));
      setTried(true);
      return;
    }
    setRefusal(undefined);
    setRefused([]);
    // An answer may come before the screen has been drawn with the letter on its way.
    wasPending.current = true;
    void sendOff({
      accountId: account.id,
      idempotencyKey: draft.idempotencyKey,
      memberName: value.member?.name ?? '',
      body: toLetter(value, account.name),
      draftName: draft.name,
    });
  };

  const choose = useCallback(
    ({ id, name, portraitUrl, sector }: MemberSummary, memberGiven: boolean) =>
      update({ member: { id, name, portraitUrl, sector }, memberGiven }),
    [update],
  );

  return {
    draft: value,
    restored: draft.restored,
    update,
    choose,
    goTo,
    next,
    back: back && (() => goTo(back)),
    send,
    /** Throws the words away; to whom was a choice made elsewhere and stays. */
    startAnew: () => {
      clear();
      if (value.memberGiven) keep({ member: value.member, memberGiven: true });
    },
    renewKey,
    problems: [...(tried ? ofStep(missing) : []), ...ofStep(refused)],
    refusal,
    sending: pending !== undefined && sending,
    /** The letter was sent off, could not get through, and is tried again. */
    waiting: pending !== undefined && (waiting || !sending),
  };
}

/** See {@link useWriting}. */
export type Writing = ReturnType<typeof useWriting>;

/** The sentence about one field among problems. */
export function messageOf(problems: readonly DraftProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field || problem.field.startsWith(`${field}[`))?.message;
}
