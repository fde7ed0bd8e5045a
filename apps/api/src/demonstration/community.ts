import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { demonstrationOpenid } from '../../stand-in/people.js';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import type { MemberSummary } from '../directory/members.dto.js';
import { MembersService } from '../directory/members.service.js';
import { RostersService } from '../directory/rosters.service.js';
import { AccountsService, type NewAccount } from '../identity/accounts.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { assetPath } from '../platform/assets.js';
import { CONSTITUENTS, DEMONSTRATION_MEMBERS, OTHER_WRITERS } from './people.js';
import { STAFF } from './staff.js';

/** A member of the demonstration with the account that acts for it. */
export interface ActingMember {
  readonly member: MemberSummary;
  readonly actor: Actor;
  readonly demonstration: boolean;
}

/** Everybody who plays a part. */
export interface Community {
  readonly writers: readonly { name: string; actor: Actor; townshipId: string }[];
  readonly members: readonly ActingMember[];
  readonly office: Actor;
  readonly affairs: Actor;
  readonly leader: Actor;
  /** Staff of a special committee, and which one. */
  readonly committee: { readonly actor: Actor; readonly unitId: string };
  /** The convener of each sector that has one, by sector. */
  readonly conveners: ReadonlyMap<string, ActingMember>;
  readonly townships: ReadonlyMap<string, string>;
}

interface Directory {
  readonly committees: string[];
  readonly townships: string[];
}

const PAGE = 100;
const SESSION = 'demonstration';

/** Makes the people of the demonstration: units and members from the roster that ships with the product, then accounts. */
@Injectable()
export class CommunityFounder {
  constructor(
    private readonly units: DirectoryUnitsService,
    private readonly rosters: RostersService,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
  ) {}

  /** Founds the whole community. */
  async found(): Promise<Community> {
    const staff = new Map<string, Actor>();
    for (const { name, username, password, role, description } of STAFF.filter(({ committee }) => !committee)) {
      staff.set(
        role,
        await this.account({ name, username, password, demonstration: description, roles: [{ name: role }] }),
      );
    }
    const office = required(staff.get('office'));
    await this.fillDirectory(office);
    const committee = await this.committeeStaff();
    const townships = new Map((await this.units.list({ kind: 'township' })).map(({ id, name }) => [name, id]));
    const writers = await this.writers(townships);
    const members = await this.linkMembers();
    const convening = members.filter(({ actor }) => actor.roles.some(({ name }) => name === 'convener'));
    return {
      writers,
      members,
      conveners: new Map(convening.map((convener) => [convener.member.sector.id, convener])),
      office,
      affairs: required(staff.get('member_affairs')),
      leader: required(staff.get('leader')),
      committee,
      townships,
    };
  }

  /** Imports the demonstration roster; sectors that nobody of it belongs to are taken out of use. */
  private async fillDirectory(office: Actor): Promise<void> {
    const directory = JSON.parse(await readFile(assetPath('demonstration-directory.json'), 'utf8')) as Directory;
    for (const name of directory.committees) await this.units.create(office, { kind: 'committee', name });
    for (const name of directory.townships) await this.units.create(office, { kind: 'township', name });
    const name = 'demonstration-roster.xlsx';
    const roster = await this.rosters.check(office, { name, bytes: await readFile(assetPath(name)) });
    await this.rosters.confirm(office, roster.id, { skipProblems: false });
    for (const { id, memberCount, version } of await this.units.list({ kind: 'sector' })) {
      if (memberCount === 0) await this.units.change(office, id, { active: false, version });
    }
  }

  private async committeeStaff(): Promise<Community['committee']> {
    let founded: Community['committee'] | undefined;
    const committees = new Map((await this.units.list({ kind: 'committee' })).map(({ id, name }) => [name, id]));
    for (const { name, username, password, role, description, committee } of STAFF) {
      if (!committee) continue;
      const scopeId = committees.get(committee) ?? null;
      const roles = [{ name: role, scopeId }];
      const actor = await this.account({ name, username, password, demonstration: description, roles });
      founded ??= { actor, unitId: required(scopeId ?? undefined) };
    }
    return required(founded);
  }

  private async writers(townships: ReadonlyMap<string, string>): Promise<Community['writers']> {
    const names = [...townships.keys()];
    const people = [
      ...CONSTITUENTS,
      ...OTHER_WRITERS.map((name, index) => ({ name, township: names[index % names.length] ?? '', description: null })),
    ];
    const writers: { name: string; actor: Actor; townshipId: string }[] = [];
    for (const [index, { name, township, description }] of people.entries()) {
      const townshipId = required(townships.get(township));
      const openid = demonstrationOpenid(`writer${index + 1}`);
      const actor = await this.account({ name, openid, townshipId, demonstration: description });
      writers.push({ name, actor, townshipId });
    }
    return writers;
  }

  /**
   * Links every member to an account, as if each had used a code of the office's. Of each sector one is the convener: the member who
   * is shown as such, or else the last one.
   */
  private async linkMembers(): Promise<ActingMember[]> {
    const linked: ActingMember[] = [];
    const left = [...DEMONSTRATION_MEMBERS];
    const all = await this.allMembers();
    const shownConveners = DEMONSTRATION_MEMBERS.filter(({ convener }) => convener).map(({ sector }) => sector);
    for (const [index, member] of all.entries()) {
      const at = left.findIndex(({ sector }) => sector === member.sector.name);
      const [shown] = at < 0 ? [] : left.splice(at, 1);
      const last = all.findLast(({ sector }) => sector.id === member.sector.id);
      const convenes = shown?.convener ?? (last?.id === member.id && !shownConveners.includes(member.sector.name));
      const actor = await this.account({
        name: member.name,
        openid: demonstrationOpenid(`member${index + 1}`),
        memberId: member.id,
        demonstration: shown ? `${shown.description}（${member.sector.name}）` : null,
        roles: [{ name: 'member' }, ...(convenes ? [{ name: 'convener', scopeId: member.sector.id } as const] : [])],
      });
      linked.push({ member, actor, demonstration: shown !== undefined });
    }
    return linked;
  }

  private async allMembers(): Promise<MemberSummary[]> {
    const { items } = await this.members.list({ limit: PAGE });
    return items;
  }

  private async account(input: NewAccount): Promise<Actor> {
    const accountId = await this.accounts.create(input);
    const roles = (input.roles ?? []).map(({ name, scopeId }) => ({ name, scopeId: scopeId ?? null }));
    return { accountId, sessionId: SESSION, roles, memberId: input.memberId ?? null };
  }
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demonstration data do not fit together');
  return value;
}
