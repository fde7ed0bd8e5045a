import type { LetterState, RoleName } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/abilities/actor.js';
import {
  isOwnRelay,
  mayReceiveFeedback,
  mayRecordFollowUps,
  maySeeFollowUps,
  maySeeOutcomes,
  maySeeRelayBoard,
  maySendFeedback,
  onwardReaderOf,
} from './outcomes.policy.js';

const actor = (roles: RoleName[], memberId: string | null = null): Actor => ({
  accountId: 'account',
  sessionId: 'session',
  memberId,
  roles: roles.map((name) => ({ name, scopeId: null })),
});

const PEOPLE = {
  visitor: null,
  constituent: actor(['constituent']),
  member: actor(['member'], 'member'),
  convener: actor(['convener'], 'member'),
  committee_staff: actor(['committee_staff']),
  office: actor(['office']),
  member_affairs: actor(['member_affairs']),
  leader: actor(['leader']),
  administrator: actor(['administrator']),
} as const;

const ABILITIES = {
  'send feedback': [maySendFeedback, ['office']],
  'receive feedback and relay': [mayReceiveFeedback, ['member', 'convener']],
  'see the board of relays': [maySeeRelayBoard, ['office', 'member_affairs']],
  'record follow-ups': [mayRecordFollowUps, ['office']],
  'see follow-ups': [maySeeFollowUps, ['office', 'member_affairs', 'leader']],
  'ask for outcomes': [maySeeOutcomes, ['member', 'convener', 'committee_staff', 'office', 'leader']],
} as const;

describe.each(Object.entries(ABILITIES))('to %s', (_, [ability, allowed]) => {
  it.each(Object.entries(PEOPLE))('%s', (name, person) => {
    expect(ability(person)).toBe((allowed as readonly string[]).includes(name));
  });
});

describe('a relay', () => {
  it('is the member’s own by the member, not by the account', () => {
    expect(isOwnRelay(PEOPLE.member, { memberId: 'member' })).toBe(true);
    expect(isOwnRelay(PEOPLE.member, { memberId: 'other' })).toBe(false);
    expect(isOwnRelay(PEOPLE.office, { memberId: 'member' })).toBe(false);
  });
});

describe('the way onward of a letter', () => {
  const letter = (state: LetterState, writerId = 'writer') => ({ writerId, memberId: 'member', state });
  it.each<[string, Actor, ReturnType<typeof letter>, string | null]>([
    ['its writer, whatever its state', actor([]), letter('withheld', 'account'), 'writer'],
    ['its addressee once it arrived', PEOPLE.member, letter('delivered'), 'addressee'],
    ['its addressee while it is screened: nobody', PEOPLE.member, letter('screening'), null],
    ['its addressee after it was taken back: nobody', PEOPLE.member, letter('withdrawn'), null],
    ['the office: nobody', PEOPLE.office, letter('answered'), null],
    ['another constituent: nobody', PEOPLE.constituent, letter('answered'), null],
    [
      'a writer who is a member and wrote to another',
      actor(['member'], 'other'),
      letter('answered', 'account'),
      'writer',
    ],
  ])('is for %s', (_, person, of, reader) => {
    expect(onwardReaderOf(person, of)).toBe(reader);
  });
});
