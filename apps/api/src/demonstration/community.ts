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
    await this.committeeStaff();
    const townships = new Map((await this.units.list({ kind: 'township' })).map(({ id, name }) => [name, id]));
    const writers = await this.writers(townships);
    return {
      writers,
      members: await this.linkMembers(),
      office,
      affairs: required(staff.get('member_affairs')),
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

  private async committeeStaff(): Promise<void> {
    const committees = new Map((await this.units.list({ kind: 'committee' })).map(({ id, name }) => [name, id]));
    for (const { name, username, password, role, description, committee } of STAFF) {
      if (!committee) continue;
      const scopeId = committees.get(committee) ?? null;
      await this.account({ name, username, password, demonstration: description, roles: [{ name: role, scopeId }] });
    }
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

  /** Links every member to an account, as if each had used a code of the office's. */
  private async linkMembers(): Promise<ActingMember[]> {
    const linked: ActingMember[] = [];
    const left = [...DEMONSTRATION_MEMBERS];
    for (const [index, member] of (await this.allMembers()).entries()) {
      const at = left.findIndex(({ sector }) => sector === member.sector.name);
      const [shown] = at < 0 ? [] : left.splice(at, 1);
      const actor = await this.account({
        name: member.name,
        openid: demonstrationOpenid(`member${index + 1}`),
        memberId: member.id,
        demonstration: shown ? `${shown.description}（${member.sector.name}）` : null,
        roles: [
          { name: 'member' },
          ...(shown?.convener ? [{ name: 'convener', scopeId: member.sector.id } as const] : []),
        ],
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
