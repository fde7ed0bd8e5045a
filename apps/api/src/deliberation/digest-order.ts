import type { DigestSection } from './digest.entity.js';
import type { ArrangeDigest } from './digests.dto.js';

/** Where an item stands on its digest. */
export interface ItemPlace {
  readonly id: string;
  readonly sectionId: string | null;
  readonly position: number;
}

/** After how many of the items new ones of a section go: those in no section come first, then section by section. */
export function itemsBefore(
  items: readonly Pick<ItemPlace, 'sectionId'>[],
  sections: readonly DigestSection[],
  sectionId: string | null,
): number {
  const rankOf = (id: string | null) => sections.findIndex((section) => section.id === id);
  const rank = rankOf(sectionId);
  return items.filter((item) => rankOf(item.sectionId) <= rank).length;
}

/** The places that an arrangement gives, in its order. `sectionIds` are those of its sections. */
export function placesOf(
  arrangement: Pick<ArrangeDigest, 'itemIds' | 'sections'>,
  sectionIds: readonly string[],
): ItemPlace[] {
  const loose = (arrangement.itemIds ?? []).map((id) => ({ id, sectionId: null }));
  const inSections = arrangement.sections.flatMap(({ itemIds }, index) =>
    itemIds.map((id) => ({ id, sectionId: sectionIds[index] ?? null })),
  );
  return [...loose, ...inSections].map((place, index) => ({ ...place, position: index + 1 }));
}
