/** One row of a transition table. `to: 'same'` records something without a change of state. */
export interface Transition<State extends string, Party extends string> {
  readonly from: readonly State[];
  readonly to: State | 'same';
  readonly by: readonly Party[];
}

/** What can follow what for one kind of thing, by action. */
export type TransitionTable<State extends string, Party extends string, Action extends string> = Readonly<
  Record<Action, Transition<State, Party>>
>;

/** What an action asks for beyond state and party; an action without one asks for nothing more. */
export type TransitionConditions<Action extends string, Circumstances> = Partial<
  Record<Action, (circumstances: Circumstances) => boolean>
>;

/** The actions open to a party now, in the table's order. */
export function allowedBy<
  State extends string,
  Party extends string,
  Action extends string,
  Circumstances extends { readonly state: State },
>(
  table: TransitionTable<State, Party, Action>,
  conditions: TransitionConditions<Action, Circumstances>,
  party: Party,
  circumstances: Circumstances,
): Action[] {
  return (Object.keys(table) as Action[]).filter((action) => {
    const { by, from } = table[action];
    return by.includes(party) && from.includes(circumstances.state) && (conditions[action]?.(circumstances) ?? true);
  });
}

/**
 * The state after an action. Throws when the table has no such row.
 * @param what the thing that moves, for the message: `a letter`.
 */
export function nextBy<State extends string, Party extends string, Action extends string>(
  table: TransitionTable<State, Party, Action>,
  what: string,
  { state, action, party }: { readonly state: State; readonly action: Action; readonly party: Party },
): State {
  const { from, by, to } = table[action];
  if (!from.includes(state) || !by.includes(party)) {
    throw new RangeError(`${what} that is ${state} cannot be moved by ${action} of ${party}`);
  }
  return to === 'same' ? state : to;
}
