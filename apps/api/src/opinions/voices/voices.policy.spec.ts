import { type RoleName, VOICE_STATES, type VoiceState } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/abilities/actor.js';
import {
  mayContribute,
  mayConvene,
  mayReadVoices,
  mayReceiveVoices,
  VOICE_VIEWERS,
  viewersOf,
  voicePartiesOf,
} from './voices.policy.js';

function actor(memberId: string | null, ...roles: [RoleName, string?][]): Actor {
  return {
    accountId: 'account',
    sessionId: 'session',
    memberId,
    roles: [['constituent'] as [RoleName], ...roles].map(([name, scopeId]) => ({ name, scopeId: scopeId ?? null })),
  };
}

const people = {
  constituent: actor(null),
  member: actor('m1', ['member']),
  convener: actor('m2', ['member'], ['convener', 's1']),
  'convener elsewhere': actor('m3', ['member'], ['convener', 's2']),
  'convener without a sector': actor('m4', ['member'], ['convener']),
  'convener without a place in the directory': actor(null, ['convener', 's1']),
  'committee staff': actor(null, ['committee_staff', 'c1']),
  office: actor(null, ['office']),
  'member affairs': actor(null, ['member_affairs']),
  leader: actor(null, ['leader']),
  administrator: actor(null, ['administrator']),
};
type Who = keyof typeof people;

describe('what each may do about sector voices at all', () => {
  const table: Record<Who | 'visitor', [reads: boolean, convenes: boolean, contributes: boolean, receives: boolean]> = {
    visitor: [false, false, false, false],
    constituent: [false, false, false, false],
    member: [true, false, true, false],
    convener: [true, true, true, false],
    'convener elsewhere': [true, true, true, false],
    'convener without a sector': [true, false, true, false],
    'convener without a place in the directory': [false, false, false, false],
    'committee staff': [false, false, false, false],
    office: [true, false, false, true],
    'member affairs': [false, false, false, false],
    leader: [true, false, false, false],
    administrator: [false, false, false, false],
  };

  it.each(Object.entries(table))('%s', (who, expected) => {
    const person = who === 'visitor' ? null : people[who as Who];
    expect([mayReadVoices(person), mayConvene(person), mayContribute(person), mayReceiveVoices(person)]).toEqual(
      expected,
    );
  });
});

describe('as what each sees a voice of the sector s1', () => {
  const shown: readonly VoiceState[] = [
    'circulating',
    'submitted',
    'accepted',
    'listed',
    'decided',
    'fed_back',
    'relayed',
  ];
  const received: readonly VoiceState[] = [
    'submitted',
    'returned',
    'accepted',
    'listed',
    'decided',
    'fed_back',
    'relayed',
  ];
  const onDigest: readonly VoiceState[] = ['listed', 'decided', 'fed_back', 'relayed'];
  const cells = VOICE_STATES.flatMap((state) =>
    [false, true].flatMap((credited) =>
      [null, new Date()].flatMap((listedAt) =>
        (Object.keys(people) as Who[]).map((who) => ({ state, credited, listedAt, who })),
      ),
    ),
  );

  it.each(cells)(
    '$who on one that is $state, credited: $credited, on a submitted digest: $listedAt',
    ({ state, credited, listedAt, who }) => {
      const person = people[who];
      const expected = {
        convener: who === 'convener',
        contributor: credited && person.memberId !== null && shown.includes(state),
        office: who === 'office' && received.includes(state),
        leader: who === 'leader' && listedAt !== null && onDigest.includes(state),
      };
      const viewers = VOICE_VIEWERS.filter((viewer) => expected[viewer]);
      expect(viewersOf(person, { sectorId: 's1', state, listedAt }, credited)).toEqual(viewers);
      expect(voicePartiesOf(person, { sectorId: 's1', state, listedAt }, credited)).toEqual(
        viewers.filter((viewer) => viewer !== 'leader'),
      );
    },
  );
});
