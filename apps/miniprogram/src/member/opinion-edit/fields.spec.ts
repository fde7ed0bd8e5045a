import { describe, expect, it } from 'vitest';
import { afterSaving, conflictsOf, NOTHING_KEPT, settle, shownOf, toSave, typeInto, unsavedNames } from './fields';

const server = { title: '路灯', theme: null, desk: 'sector_group', deskUnitId: 's', 'part.situation': '坏了' };

describe('what is typed', () => {
  const kept = typeInto(NOTHING_KEPT, server, 'title', '路灯坏了 ');

  it('is shown as it was typed, and is not saved yet', () => {
    expect(shownOf(server, kept).title).toBe('路灯坏了 ');
    expect(unsavedNames(server, kept)).toEqual(['title']);
  });

  it('stays on screen, spaces and all, when the server has it without them', () => {
    const saved = afterSaving(kept, { title: '路灯坏了 ' });
    const after = { ...server, title: '路灯坏了' };
    expect(unsavedNames(after, saved)).toEqual([]);
    expect(shownOf(after, saved).title).toBe('路灯坏了 ');
  });

  it('is new again when it went on while it was being saved', () => {
    const typedOn = typeInto(kept, server, 'title', '路灯坏了一个月');
    const saved = afterSaving(typedOn, { title: '路灯坏了 ' });
    expect(unsavedNames({ ...server, title: '路灯坏了' }, saved)).toEqual(['title']);
  });

  it('gives way to what another device saves afterwards', () => {
    const saved = afterSaving(kept, { title: '路灯坏了 ' });
    const later = { ...server, title: '别的设备写的' };
    expect(shownOf(later, saved).title).toBe('别的设备写的');
    expect(conflictsOf(later, saved)).toEqual([]);
  });

  it('is not new when it was typed back to what it was', () => {
    expect(unsavedNames(server, typeInto(kept, server, 'title', '路灯'))).toEqual([]);
  });
});

describe('two devices', () => {
  const kept = typeInto(NOTHING_KEPT, server, 'part.situation', '坏了一个月');
  const other = { ...server, 'part.situation': '坏了十天' };

  it('are in each other’s way only in the same field with different words', () => {
    expect(conflictsOf({ ...server, title: '另一个标题' }, kept)).toEqual([]);
    expect(conflictsOf({ ...server, 'part.situation': '坏了一个月' }, kept)).toEqual([]);
    expect(conflictsOf(other, kept)).toEqual(['part.situation']);
  });

  it('are settled in one’s own words', () => {
    const settled = settle(kept, other, 'part.situation', 'own');
    expect(conflictsOf(other, settled)).toEqual([]);
    expect(unsavedNames(other, settled)).toEqual(['part.situation']);
  });

  it('are settled in the other’s words', () => {
    const settled = settle(kept, other, 'part.situation', 'other');
    expect(unsavedNames(other, settled)).toEqual([]);
    expect(shownOf(other, settled)['part.situation']).toBe('坏了十天');
  });
});

describe('what is sent', () => {
  const all = {
    ...server,
    title: '路灯坏了',
    'part.analysis': '没人管',
    suggestedBody: '',
    topicUse: 'unheard_of',
    topicBody: '',
    townshipId: null,
  };

  it('is what changed, the parts of the text together', () => {
    expect(toSave('information', all, ['title', 'part.analysis'])).toEqual({
      title: '路灯坏了',
      sections: [
        { key: 'situation', text: '坏了' },
        { key: 'analysis', text: '没人管' },
        { key: 'suggestion', text: '' },
      ],
    });
    expect(toSave('information', all, ['title'])).toEqual({ title: '路灯坏了' });
  });

  it('names the committee only when it goes to one', () => {
    expect(toSave('information', all, ['desk'])).toEqual({ desk: 'sector_group' });
    expect(toSave('information', { ...all, desk: 'special_committee', deskUnitId: 'c' }, ['deskUnitId'])).toEqual({
      desk: 'special_committee',
      deskUnitId: 'c',
    });
  });

  it('holds no choice that is none', () => {
    expect(toSave('topic', all, ['topicUse'])).toEqual({ topicUse: null });
  });
});
