import { describe, expect, it } from 'vitest';
import {
  type Arrangement,
  addSection,
  arrangementOf,
  itemsInOrder,
  moveItem,
  moveItemTo,
  moveSection,
  reconciled,
  removeSection,
  renameSection,
  sameArrangement,
  sectionsByLabel,
  UNNAMED,
  withItems,
} from './arrangement';

const arrangement: Arrangement = [
  { key: UNNAMED, title: '', itemIds: ['a'] },
  { key: 's1', id: 's1', title: '民生', itemIds: ['b', 'c'] },
  { key: 's2', id: 's2', title: '城建', itemIds: ['d'] },
];
/** `a|bc|d`: what stands in each section. */
const shape = (value: Arrangement) => value.map((section) => section.itemIds.join('')).join('|');

describe('arrangementOf', () => {
  it('reads sections and items in their order, those without a section first', () => {
    const read = arrangementOf({
      sections: [
        { id: 's1', title: '民生' },
        { id: 's2', title: '城建' },
      ],
      items: [
        { id: 'd', sectionId: 's2', position: 3 },
        { id: 'c', sectionId: 's1', position: 2 },
        { id: 'a', sectionId: null, position: 4 },
        { id: 'b', sectionId: 's1', position: 1 },
      ],
    });
    expect(sameArrangement(read, arrangement)).toBe(true);
  });

  it('loses no item whose section is gone', () => {
    expect(itemsInOrder(arrangementOf({ sections: [], items: [{ id: 'x', sectionId: 'gone', position: 1 }] }))).toEqual(
      ['x'],
    );
  });
});

describe('moving an item by one', () => {
  it.each([
    ['down within its section', 'b', 1, 'a|cb|d'],
    ['up within its section', 'c', -1, 'a|cb|d'],
    ['down into the next section', 'c', 1, 'a|b|cd'],
    ['up into the section before', 'b', -1, 'ab|c|d'],
    ['not beyond the first', 'a', -1, 'a|bc|d'],
    ['not beyond the last', 'd', 1, 'a|bc|d'],
    ['not when it is unknown', 'x', 1, 'a|bc|d'],
  ] as const)('goes %s', (_what, item, step, expected) => {
    expect(shape(moveItem(arrangement, item, step))).toBe(expected);
  });
});

describe('moving an item to a section', () => {
  it('puts it at the end, once', () => {
    expect(shape(moveItemTo(arrangement, 'b', 's2'))).toBe('a|c|db');
    expect(shape(moveItemTo(arrangement, 'b', 's1'))).toBe('a|cb|d');
  });

  it('keeps everything when the section is unknown', () => {
    expect(shape(moveItemTo(arrangement, 'b', 'gone'))).toBe('a|bc|d');
  });
});

describe('sections', () => {
  it('changes their places, but never that of what has no heading', () => {
    expect(shape(moveSection(arrangement, 's2', -1))).toBe('a|d|bc');
    expect(moveSection(arrangement, 's1', -1)).toBe(arrangement);
    expect(moveSection(arrangement, UNNAMED, 1)).toBe(arrangement);
  });

  it('adds, renames and removes; the items of a removed one go up', () => {
    expect(shape(addSection(arrangement, 'n', '其他'))).toBe('a|bc|d|');
    expect(renameSection(arrangement, 's2', '交通')[2]?.title).toBe('交通');
    expect(shape(removeSection(arrangement, 's2'))).toBe('a|bcd');
    expect(removeSection(arrangement, UNNAMED)).toBe(arrangement);
  });

  it('is made of labels, the fullest first', () => {
    const made = sectionsByLabel(['a', 'b', 'c'], (id) => (id === 'a' ? '教育' : '交通'));
    expect(made.map(({ title }) => title)).toEqual(['', '交通', '教育']);
    expect(shape(made)).toBe('|bc|a');
  });

  it('takes the order that dragging made', () => {
    expect(shape(withItems(arrangement, { [UNNAMED]: [], s1: ['c', 'a', 'b'], s2: ['d'] }))).toBe('|cab|d');
  });
});

describe('reconciled', () => {
  it('drops items that are gone and takes new ones in, in their section', () => {
    const draft = moveItem(arrangement, 'c', 1);
    const stored: Arrangement = [
      { key: UNNAMED, title: '', itemIds: ['a', 'x'] },
      { key: 's1', id: 's1', title: '民生', itemIds: ['c', 'y'] },
      { key: 's2', id: 's2', title: '城建', itemIds: ['d'] },
    ];
    expect(shape(reconciled(draft, stored))).toBe('ax|y|cd');
  });

  it('puts new items of a section that was taken away before everything', () => {
    const stored = arrangement.map((section) => (section.key === 's2' ? { ...section, itemIds: ['d', 'z'] } : section));
    expect(shape(reconciled(removeSection(arrangement, 's2'), stored))).toBe('az|bcd');
  });
});
