import { describe, expect, it } from 'vitest';
import { whatChanged } from './what-changed';

const member = { id: 'm1', name: '林知夏', sectorName: '教育界', portraitUrl: null };
const letter = {
  state: 'opened',
  stateLabel: '委员已读',
  member,
  messages: [{ id: '1', author: 'writer', text: '路灯坏了' }],
} as const;

describe('whatChanged', () => {
  it('finds nothing between two equal looks', () => {
    expect(whatChanged(letter, letter)).toEqual([]);
  });

  it('tells of an answer from another device and of the new state', () => {
    const after = {
      ...letter,
      state: 'answered',
      stateLabel: '已回复',
      messages: [...letter.messages, { id: '2', author: 'member', text: '已经报修。\n请您放心' }],
    } as const;
    expect(whatChanged(letter, after)).toEqual([
      '您在另一台设备上已经回复：“已经报修。 请您放心”',
      '来信现在的状态是“已回复”。',
    ]);
  });

  it('tells of a new message of the writer, cut to what is enough to recognise it', () => {
    const text = '𠮷'.repeat(41);
    const after = { ...letter, messages: [...letter.messages, { id: '3', author: 'writer', text }] } as const;
    expect(whatChanged(letter, after)).toEqual([`写信人又写了：“${'𠮷'.repeat(40)}…”`]);
  });

  it('tells that the letter lies with another member', () => {
    const after = { ...letter, member: { ...member, id: 'm2', name: '周明远' } };
    expect(whatChanged(letter, after)).toEqual(['这封信已经转给周明远委员。']);
  });
});
