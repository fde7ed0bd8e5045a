import type { AuthorName, Case, LoopWorld, Snapshot, Who } from './loop-world.js';

/** A request that a step becomes, with who may ever succeed with it; `never`: it must be refused whoever asks. */
export interface LoopRequest {
  readonly who: Who;
  readonly method: string;
  readonly path: string;
  readonly body?: Record<string, unknown>;
  readonly allowed: readonly Who[];
  readonly never?: boolean;
  /** What the product must know from now on when it agrees. */
  readonly agreed?: () => void;
}

/** The two of the office. */
export const OFFICE: readonly Who[] = ['office', 'signer'];

/** One of a list, by a number. */
export const pick = <T>(list: readonly T[], n: number): T | undefined =>
  list.length > 0 ? list[n % list.length] : undefined;
/** Those of a list that a number names by its bits; the first when it names none. */
export const some = <T>(list: readonly T[], bits: number): T[] => {
  const named = list.filter((_, index) => ((bits >> index) & 1) === 1);
  return named.length > 0 ? named : list.slice(0, 1);
};

/** Finds what steps are about, and who may do it. */
export class LoopPicks {
  constructor(
    protected readonly loop: LoopWorld,
    protected readonly of: Case,
    protected readonly rows: Snapshot,
  ) {}

  protected post(who: Who, path: string, body: Record<string, unknown>, allowed: readonly Who[]): LoopRequest {
    return { who, method: 'POST', path, body, allowed };
  }

  protected opinion(states: readonly string[] | null, n: number) {
    return pick(
      this.rows.opinions.filter(({ state }) => !states || states.includes(state)),
      n,
    );
  }

  protected digest(states: readonly string[] | null, n: number) {
    return pick(
      this.rows.digests.filter(({ state }) => !states || states.includes(state)),
      n,
    );
  }

  protected stateOfDigest(id: string): string {
    return this.rows.digests.find((digest) => digest.id === id)?.state ?? '';
  }

  protected receivers(desk: string): readonly Who[] {
    return desk === 'sector_group' ? ['convener'] : OFFICE;
  }

  protected at(names: readonly Who[], n: number): Who {
    return pick(names, n) ?? 'office';
  }

  protected caseOpinion(id: string): { author: AuthorName } {
    return this.of.opinions.find((opinion) => opinion.id === id) ?? { author: 'author' };
  }

  protected memberName(memberId: string): Who {
    return this.loop.people.author.memberId === memberId ? 'author' : 'second';
  }
}
