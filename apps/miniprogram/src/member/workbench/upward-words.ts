/** How many own opinions, relays and other things wait for the member. */
export interface UpwardCounts {
  readonly opinions: { readonly draft: number; readonly returned: number; readonly cosignInvited: number };
  readonly relays: { readonly waiting: number; readonly overdue: number; readonly withheld: number };
}

/** What waits in the own opinions, in a few words; nothing when nothing does. */
export function opinionsInWords({ draft, returned, cosignInvited }: UpwardCounts['opinions']): string | undefined {
  const words = [
    returned > 0 && `${returned} 份被退回，等您修改`,
    cosignInvited > 0 && `${cosignInvited} 份请您联名`,
    draft > 0 && `${draft} 份草稿`,
  ].filter(Boolean);
  return words.length > 0 ? words.join('，') : undefined;
}

/** What waits to be told to the people who wrote. */
export function relaysInWords({ waiting, overdue, withheld }: UpwardCounts['relays']): string | undefined {
  if (waiting === 0) return undefined;
  const words = [
    `${waiting} 条待转告`,
    overdue > 0 && `其中 ${overdue} 条已超期`,
    withheld > 0 && `${withheld} 条没有通过审核`,
  ].filter(Boolean);
  return words.join('，');
}
