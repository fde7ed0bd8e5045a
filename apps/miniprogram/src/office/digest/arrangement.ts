/** A section of a digest while it is being arranged. */
export interface ArrangedSection {
  /** Its id; of a section that is new, a name that this screen gave it. */
  readonly key: string;
  /** What the server calls it; undefined while it is new. */
  readonly id?: string;
  readonly title: string;
  readonly itemIds: readonly string[];
}

/** The sections of a digest and their items, in the order in which the meeting reads them. */
export type Arrangement = readonly ArrangedSection[];

/** Key of the section that holds what stands before the first heading. */
export const UNNAMED = 'unnamed';

interface Arrangeable {
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly items: readonly { readonly id: string; readonly sectionId?: string | null; readonly position: number }[];
}

/** The arrangement as the server has it: items without a section come first, under no heading. */
export function arrangementOf({ sections, items }: Arrangeable): Arrangement {
  const ordered = [...items].sort((a, b) => a.position - b.position);
  const idsOf = (belongs: (sectionId: string | undefined) => boolean) =>
    ordered.filter((item) => belongs(item.sectionId ?? undefined)).map((item) => item.id);
  const known = new Set(sections.map((section) => section.id));
  return [
    { key: UNNAMED, title: '', itemIds: idsOf((sectionId) => sectionId === undefined || !known.has(sectionId)) },
    ...sections.map(({ id, title }) => ({ key: id, id, title, itemIds: idsOf((sectionId) => sectionId === id) })),
  ];
}

/** Every item in reading order. */
export function itemsInOrder(arrangement: Arrangement): readonly string[] {
  return arrangement.flatMap((section) => section.itemIds);
}

function swapped<T>(list: readonly T[], at: number, other: number): T[] {
  const next = [...list];
  const [moved] = next.splice(at, 1);
  if (moved !== undefined) next.splice(other, 0, moved);
  return next;
}

/** The item one place up (-1) or down (1); at the edge of its section it goes into the one beside it; the ends stay. */
export function moveItem(arrangement: Arrangement, itemId: string, step: 1 | -1): Arrangement {
  const from = arrangement.findIndex((section) => section.itemIds.includes(itemId));
  const section = arrangement[from];
  if (!section) return arrangement;
  const at = section.itemIds.indexOf(itemId);
  const to = at + step;
  if (to >= 0 && to < section.itemIds.length) {
    const itemIds = swapped(section.itemIds, at, to);
    return arrangement.map((each, index) => (index === from ? { ...each, itemIds } : each));
  }
  const beside = arrangement[from + step];
  return beside ? moveItemTo(arrangement, itemId, beside.key, step === 1 ? 'start' : 'end') : arrangement;
}

/** The item at the start or the end of a section. */
export function moveItemTo(
  arrangement: Arrangement,
  itemId: string,
  key: string,
  place: 'start' | 'end' = 'end',
): Arrangement {
  if (!arrangement.some((section) => section.key === key)) return arrangement;
  return arrangement.map((section) => {
    const others = section.itemIds.filter((id) => id !== itemId);
    if (section.key !== key) return { ...section, itemIds: others };
    return { ...section, itemIds: place === 'start' ? [itemId, ...others] : [...others, itemId] };
  });
}

/** The section one place up or down; what stands under no heading stays first. */
export function moveSection(arrangement: Arrangement, key: string, step: 1 | -1): Arrangement {
  const at = arrangement.findIndex((section) => section.key === key);
  const to = at + step;
  if (at < 1 || to < 1 || to >= arrangement.length) return arrangement;
  return swapped(arrangement, at, to);
}

/** A new section at the end. */
export function addSection(arrangement: Arrangement, key: string, title: string): Arrangement {
  return [...arrangement, { key, title, itemIds: [] }];
}

/** The section under another heading. */
export function renameSection(arrangement: Arrangement, key: string, title: string): Arrangement {
  return arrangement.map((section) => (section.key === key ? { ...section, title } : section));
}

/** Takes a heading away; its items go to the section before it. */
export function removeSection(arrangement: Arrangement, key: string): Arrangement {
  const at = arrangement.findIndex((section) => section.key === key);
  const removed = arrangement[at];
  if (at < 1 || !removed) return arrangement;
  return arrangement
    .map((section, index) =>
      index === at - 1 ? { ...section, itemIds: [...section.itemIds, ...removed.itemIds] } : section,
    )
    .filter((section) => section.key !== key);
}

/**
 * Sections made of what the items are about: one for each label, the one with the most items first; each keeps the order of its items.
 * @param labelOf what an item is about
 */
export function sectionsByLabel(itemIds: readonly string[], labelOf: (itemId: string) => string): Arrangement {
  const groups = new Map<string, string[]>();
  for (const itemId of itemIds) {
    const label = labelOf(itemId);
    groups.set(label, [...(groups.get(label) ?? []), itemId]);
  }
  const sections = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([title, ids]) => ({ key: `new-${title}`, title, itemIds: ids }));
  return [{ key: UNNAMED, title: '', itemIds: [] }, ...sections];
}

/** The order of the items within sections after dragging, where each section's items are given by its key. */
export function withItems(
  arrangement: Arrangement,
  itemsByKey: Readonly<Record<string, readonly string[]>>,
): Arrangement {
  return arrangement.map((section) => ({ ...section, itemIds: itemsByKey[section.key] ?? section.itemIds }));
}

/** Whether two arrangements say the same. */
export function sameArrangement(a: Arrangement, b: Arrangement): boolean {
  const words = (arrangement: Arrangement) =>
    JSON.stringify(arrangement.map(({ id, title, itemIds }) => [id ?? null, title, itemIds]));
  return words(a) === words(b);
}

/**
 * What is being arranged, made to fit what the server has by now: items that are gone leave it, and new ones join the end of their section.
 */
export function reconciled(draft: Arrangement, stored: Arrangement): Arrangement {
  const storedIds = new Set(itemsInOrder(stored));
  const draftIds = new Set(itemsInOrder(draft));
  const kept = draft.map((section) => ({ ...section, itemIds: section.itemIds.filter((id) => storedIds.has(id)) }));
  return stored.reduce<Arrangement>((arranged, section) => {
    const key = arranged.some((each) => each.key === section.key) ? section.key : UNNAMED;
    const added = section.itemIds.filter((id) => !draftIds.has(id));
    return arranged.map((each) => (each.key === key ? { ...each, itemIds: [...each.itemIds, ...added] } : each));
  }, kept);
}
