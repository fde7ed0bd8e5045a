import type { OpinionDesk } from '@lianxin/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onMysql } from '../harness.js';
import { LoopInvariants } from './loop-invariants.js';
import { LoopRequests } from './loop-requests.js';
import { type LoopShape, SHAPES } from './loop-stages.js';
import {
  HEADS,
  INTAKE_ACTIONS,
  type LoopAction,
  type LoopHead,
  type LoopStep,
  RETURN_ACTIONS,
  stepOf,
  stepsTo,
  WAY_BACK,
  WAY_UP,
} from './loop-steps.js';
import { type Case, LoopWorld } from './loop-world.js';

/** How long each property is tried for; a quiet machine does thousands of sequences in it, a third on MariaDB. `LOOP_SECONDS` changes it. */
const SECONDS = Number(process.env.LOOP_SECONDS ?? (onMysql ? 10 : 25));
/** The same sequences each time, unless `LOOP_SEED` says otherwise. A failure prints the seed and the shortest sequence that fails. */
const SEED = Number(process.env.LOOP_SEED ?? 20261125);

let loop: LoopWorld;
/** How often each action was agreed to, to see that the sequences come everywhere. */
const agreed = new Map<LoopAction, number>();

beforeAll(async () => {
  loop = await LoopWorld.start();
});
afterAll(() => loop.world.test.stop());

/** Does one step. Nothing may break, and nobody may do what is not his or hers to do. */
async function take(of: Case, step: LoopStep): Promise<void> {
  if (step.action === 'words' || step.action === 'deliver') {
    loop.changed();
    if (step.action === 'words') return loop.settleWords(step.b % 4 === 0 ? 'withhold' : 'pass');
    return loop.deliver(step.b % 3 === 0 ? 2 : 1);
  }
  const request = new LoopRequests(loop, of, await loop.snapshot()).request(step);
  if (!request) return;
  const { who, method, path, body, allowed, never } = request;
  const reply = await loop.ask(who, method, path, body);
  const told = `${who} ${method} ${path} ${JSON.stringify(body)}: ${reply.status} ${JSON.stringify(reply.body)}`;
  if (reply.status >= 500) throw new Error(`broken: ${told}`);
  if (reply.status >= 300) return;
  loop.changed();
  if (never || !allowed.includes(who)) throw new Error(`agreed to what must be refused: ${told}`);
  request.agreed?.();
  agreed.set(step.action, (agreed.get(step.action) ?? 0) + 1);
}

/** What must hold after every sequence. */
async function check(of: Case, looks: readonly number[]): Promise<void> {
  const rows = await loop.snapshot();
  const invariants = new LoopInvariants(loop, of, rows);
  const wrong = [...(await invariants.sources()), ...(await invariants.access(looks))];
  if (rows.digests.length > 0) {
    wrong.push(...invariants.decisions(), ...(await invariants.wayBack()), ...(await invariants.secrecy()));
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

/** Tries sequences for a while and says how many. A sequence under way at the end is brought to its end. */
async function trySequences<Inputs extends [unknown, ...unknown[]]>(
  name: string,
  inputs: { [I in keyof Inputs]: fc.Arbitrary<Inputs[I]> },
  examples: Inputs[],
  predicate: (...input: Inputs) => Promise<void>,
): Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const run = (...input: Inputs): Promise<void> => {
    underWay = predicate(...input);
    return underWay;
  };
  const result = await fc.check(fc.asyncProperty<Inputs>(...inputs, run), {
    seed: SEED,
    examples,
    numRuns: 100_000,
    interruptAfterTimeLimit: SECONDS * 1000,
    markInterruptAsFailure: false,
  });
  await underWay.catch(() => undefined);
  if (result.failed) throw new Error(`${fc.defaultReportMessage(result)}\n${String(result.errorInstance)}`);
  process.stdout.write(`${name}: ${result.numRuns} sequences of seed ${SEED}\n`);
}

const desks = fc.constantFrom<OpinionDesk>('sector_group', 'office');
const looks = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 3 });

/** Actions that no sequence has agreed to. */
const missing = (actions: readonly LoopAction[]): LoopAction[] => actions.filter((action) => !agreed.has(action));

describe('whatever people try, in whatever order', () => {
  it('on the way up, no source is lost or doubled, and each does only what is his or hers to do', async () => {
    const steps = fc.array(stepOf(INTAKE_ACTIONS), { minLength: 3, maxLength: 12, size: 'max' });
    const begun = fc.constantFrom('draft' as const, 'submitted' as const, 'accepted' as const);
    await trySequences<[LoopStep[], number[], 'draft' | 'submitted' | 'accepted', OpinionDesk]>(
      'on the way up',
      [steps, looks, begun, desks],
      [[WAY_UP, [1, 2, 3], 'draft', 'sector_group']],
      async (sequence, seen, state, desk) => {
        const of = await loop.stages.begin(state, desk);
        for (const step of sequence) await take(of, step);
        await check(of, seen);
      },
    );
    expect(missing(INTAKE_ACTIONS)).toEqual([]);
  }, 600_000);

  it('on the way back, every decision reaches everybody behind it or waits on a list, and nobody reads it before', async () => {
    const more = ['merge', 'split', 'take_back', 'sources'] as const;
    const steps = fc.array(stepOf([...RETURN_ACTIONS, ...RETURN_ACTIONS, ...more]), {
      minLength: 4,
      maxLength: 16,
      size: 'max',
    });
    await trySequences<[LoopStep[], number[], LoopHead, LoopShape]>(
      'on the way back',
      [steps, looks, fc.constantFrom(...HEADS), fc.constantFrom(...SHAPES)],
      WAY_BACK.map(([head, sequence]) => [sequence, [1, 2, 3], head, 'apart']),
      async (sequence, seen, head, shape) => {
        const of = await loop.stages.begin('accepted', 'sector_group');
        await loop.stages.join(of, shape);
        if (head !== 'accepted') await loop.stages.report(head === 'reported' ? 'submitted' : 'decided');
        for (const step of [...stepsTo(head), ...sequence]) await take(of, step);
        await check(of, seen);
      },
    );
    expect(missing(RETURN_ACTIONS.filter((name) => name !== 'words' && name !== 'deliver'))).toEqual([]);
  }, 600_000);
});
