import type { DeadlineState } from '@lianxin/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { deadlineStateOf, morningBefore, morningOf, workingDaysAfter, workingDaysSince } from './working-days.js';

const at = (china: string): Date => new Date(`${china}+08:00`);
const endOf = (day: string): Date => at(`${day}T23:59:59.999`);
/** A day as people write it, for the names of cases. */
const iso = (instant: Date): string => instant.toISOString();

describe('the end of the n-th working day after an instant', () => {
  it.each([
    { why: 'an ordinary week', from: '2026-06-01T10:00:00', days: 1, due: '2026-06-02' },
    { why: 'a weekend lies between', from: '2026-06-04T10:00:00', days: 5, due: '2026-06-11' },
    { why: 'written on a Saturday', from: '2026-06-06T10:00:00', days: 1, due: '2026-06-08' },
    { why: 'a minute before midnight counts for that day', from: '2026-06-01T23:59:00', days: 1, due: '2026-06-02' },
    { why: 'a minute after midnight counts for the next', from: '2026-06-02T00:01:00', days: 1, due: '2026-06-03' },
    { why: 'the eve of the Spring Festival holiday', from: '2026-02-14T09:00:00', days: 1, due: '2026-02-24' },
    {
      why: 'Spring Festival, and a make-up Saturday after it',
      from: '2026-02-13T09:00:00',
      days: 7,
      due: '2026-03-02',
    },
    { why: 'a make-up Saturday counts as a working day', from: '2026-02-13T09:00:00', days: 1, due: '2026-02-14' },
    { why: 'a make-up Sunday before National Day', from: '2026-09-18T09:00:00', days: 1, due: '2026-09-20' },
    { why: 'the National Day week of 2025', from: '2025-09-30T09:00:00', days: 1, due: '2025-10-09' },
    { why: 'the end of a year, with a make-up Sunday', from: '2025-12-31T09:00:00', days: 1, due: '2026-01-04' },
    {
      why: 'a year without a published calendar: weekends only',
      from: '2099-12-31T09:00:00',
      days: 2,
      due: '2100-01-04',
    },
    { why: 'no days at all: the same day', from: '2026-06-06T10:00:00', days: 0, due: '2026-06-06' },
  ])('$why: $days after $from is $due', ({ from, days, due }) => {
    expect(iso(workingDaysAfter(at(from), days))).toBe(iso(endOf(due)));
  });
});

describe('the time zone of the server', () => {
  const serverZone = process.env.TZ;

  afterEach(() => {
    if (serverZone === undefined) delete process.env.TZ;
    else process.env.TZ = serverZone;
  });

  it.each(['America/New_York', 'UTC', 'Asia/Shanghai', 'Pacific/Kiritimati'])('%s makes no difference', (zone) => {
    process.env.TZ = zone;
    expect(iso(workingDaysAfter(at('2099-01-02T00:30:00'), 1))).toBe(iso(endOf('2099-01-05')));
  });
});

describe('when a reminder is due', () => {
  it.each([
    { due: '2026-06-11', before: '2026-06-10' },
    { due: '2026-06-08', before: '2026-06-05' },
    { due: '2026-02-24', before: '2026-02-14' },
    { due: '2026-01-04', before: '2025-12-31' },
  ])('for $due: nine on $before and nine on the day', ({ due, before }) => {
    expect(iso(morningBefore(endOf(due)))).toBe(iso(at(`${before}T09:00:00`)));
    expect(iso(morningOf(endOf(due)))).toBe(iso(at(`${due}T09:00:00`)));
  });
});

describe('working days since a due date', () => {
  it.each([
    { due: '2026-06-05', now: '2026-06-05T23:59:59', days: 0 },
    { due: '2026-06-05', now: '2026-06-07T12:00:00', days: 0 },
    { due: '2026-06-05', now: '2026-06-08T00:00:00', days: 1 },
    { due: '2026-02-13', now: '2026-02-24T09:00:00', days: 2 },
    { due: '2026-06-05', now: '2026-06-12T09:00:00', days: 5 },
  ])('from $due to $now: $days', ({ due, now, days }) => {
    expect(workingDaysSince(endOf(due), at(now))).toBe(days);
  });
});

describe('where something stands with its deadline', () => {
  const due = endOf('2026-06-11');
  const next = new Date(due.getTime() + 1);

  it.each<{ state: DeadlineState; due: Date | null; now: Date; soonBound: Date }>([
    { state: 'none', due: null, now: next, soonBound: next },
    { state: 'on_time', due, now: at('2026-06-09T12:00:00'), soonBound: endOf('2026-06-10') },
    { state: 'due_soon', due, now: at('2026-06-10T12:00:00'), soonBound: endOf('2026-06-11') },
    { state: 'due_soon', due, now: due, soonBound: endOf('2026-06-12') },
    { state: 'overdue', due, now: next, soonBound: endOf('2026-06-12') },
  ])('$state', ({ state, due, now, soonBound }) => {
    expect(deadlineStateOf(due, now, soonBound)).toBe(state);
  });
});
