import { type Arbitrary, constantFrom, nat, oneof, record } from 'fast-check';
import { EVERYBODY, type Who } from './loop-world.js';

/** What can be tried. */
export const INTAKE_ACTIONS = [
  'submit',
  'withdraw',
  'accept',
  'return',
  'pass_on',
  'merge',
  'split',
  'sources',
  'take_back',
  'compose',
  'choose',
  'voice',
] as const;
export const RETURN_ACTIONS = [
  'digest',
  'add',
  'remove',
  'report',
  'recall',
  'decide',
  'sign',
  'correct',
  'feed_back',
  'relay',
  'words',
  'deliver',
  'follow_up',
  'remind',
  'heard',
] as const;
export type LoopAction = (typeof INTAKE_ACTIONS)[number] | (typeof RETURN_ACTIONS)[number];

/**
 * One try. `fair`: by somebody who may, on something that is in the right state, if there is such a thing; `anybody`: by whoever, on
 * whatever; `stale`: fairly, but on an old version; `empty`: fairly, but without the words that are asked for.
 */
export interface LoopStep {
  readonly action: LoopAction;
  readonly mood: 'fair' | 'anybody' | 'stale' | 'empty';
  readonly who: Who;
  readonly a: number;
  readonly b: number;
}

/** A step of one of these actions. Fair ones are more frequent, so that sequences come far. */
export function stepOf(actions: readonly LoopAction[]): Arbitrary<LoopStep> {
  return record({
    action: constantFrom(...actions),
    mood: oneof(
      { weight: 7, arbitrary: constantFrom('fair' as const) },
      { weight: 1, arbitrary: constantFrom('anybody' as const, 'stale' as const, 'empty' as const) },
    ),
    who: constantFrom(...EVERYBODY),
    a: nat(11),
    b: nat(11),
  });
}

/** How far a sequence on the way back has come before it begins at random. */
export const HEADS = ['accepted', 'reported', 'decided', 'fed_back', 'relayed'] as const;
export type LoopHead = (typeof HEADS)[number];

const fairly = (action: LoopAction, a = 0, b = 0): LoopStep => ({ action, mood: 'fair', who: 'office', a, b });

/** The steps that come from a digest that is decided, or earlier, so far. */
export function stepsTo(head: LoopHead): LoopStep[] {
  const relayed = [...[0, 0, 0, 0].map(() => fairly('relay')), fairly('words', 0, 1), fairly('deliver')];
  if (head === 'relayed') return [fairly('feed_back'), ...relayed];
  return head === 'fed_back' ? [fairly('feed_back')] : [];
}

/** Sequences that are tried first, so that every action is agreed to once whatever chance brings. */
export const WAY_UP: LoopStep[] = [
  fairly('sources', 0, 1),
  fairly('submit'),
  fairly('return'),
  fairly('submit'),
  fairly('submit'),
  fairly('accept'),
  fairly('accept'),
  fairly('merge'),
  fairly('split'),
  fairly('compose', 0, 3),
  fairly('choose', 0, 1),
  fairly('voice', 0, 0),
  fairly('voice', 0, 1),
  fairly('voice', 0, 0),
  fairly('take_back', 3),
  fairly('submit'),
  fairly('pass_on'),
  fairly('withdraw'),
];
export const WAY_BACK: readonly [LoopHead, LoopStep[]][] = [
  [
    'accepted',
    [fairly('digest'), fairly('add', 0, 7), fairly('remove'), fairly('report'), fairly('recall'), fairly('report')],
  ],
  ['reported', [0, 1, 2].flatMap((b, a) => [fairly('decide', a, b), fairly('sign')])],
  [
    'fed_back',
    [fairly('remind', 0, 2), fairly('correct', 0, 3), fairly('sign'), fairly('deliver'), fairly('feed_back')],
  ],
  ['relayed', [0, 1, 2, 3].flatMap((a) => [fairly('heard', a), fairly('follow_up', a, 2), fairly('relay', 0)])],
];
