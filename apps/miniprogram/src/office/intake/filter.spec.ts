import { describe, expect, it } from 'vitest';
import { filterInWords, type IntakeFilter, keptFilter, readFilter, sameFilter } from './filter';

const full: IntakeFilter = {
  box: 'unassigned',
  kind: 'proposal',
  theme: 'transport',
  sectorId: 's1',
  assigneeId: 'a1',
  query: '公交',
};

describe('a filter of the queue', () => {
  it('comes back as it was kept', () => {
    expect(readFilter(keptFilter(full))).toEqual(full);
  });

  it('is kept without what is not set', () => {
    expect(keptFilter({ box: 'open', query: '', kind: undefined })).toEqual({ box: 'open' });
  });

  it('opens without what is no longer known', () => {
    expect(readFilter({ box: 'gone', kind: 'letter', theme: 7, query: 3 })).toEqual({ box: 'open' });
  });

  it('is the same whether something is missing or empty, and another when something differs', () => {
    expect(sameFilter({ box: 'open' }, { box: 'open', query: '', kind: undefined })).toBe(true);
    expect(sameFilter({ box: 'open' }, { box: 'open', query: '路' })).toBe(false);
    expect(sameFilter({ box: 'open', query: '路' }, { box: 'open' })).toBe(false);
  });

  it('has a name to offer that is short enough', () => {
    expect(filterInWords(full, '教育界', 17)).toBe('待认领·提案·交通出行·教育界·公');
    expect(filterInWords({ box: 'open' }, undefined, 20)).toBe('待采集');
  });
});
