import { allowedRelayActions, chinaDay } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import { MembersService } from '../../directory/members.service.js';
import { Deadlines } from '../../mailbox/deadlines/deadlines.js';
import { workingDaysSince } from '../../mailbox/deadlines/working-days.js';
import { LetterSourcesService } from '../../mailbox/letter-sources.service.js';
import { Submissions } from '../../opinions/submissions.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { asIso } from '../../platform/database/instants.js';
import { decodeInstantCursor, type Page, toPage } from '../../platform/database/keyset.js';
import { actionNotAllowed, notFound, versionConflict } from '../../platform/problems/problem.js';
import { linkOf } from './decision-words.js';
import { OutcomeNotices } from './outcome-notices.js';
import { Relay } from './relay.entity.js';
import { RelayChanges, UNTOLD } from './relay-changes.js';
import type { RelayBoardCounts, RelayBoardQuery, RelayBoardRow, RemindRelay } from './relays.dto.js';

/** What the constituents have not been told: for member affairs and the office, who see who owes it but not a word of the letters. */
@Injectable()
export class RelayBoardService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: Deadlines,
    private readonly members: MembersService,
    private readonly letters: LetterSourcesService,
    private readonly submissions: Submissions,
    private readonly changes: RelayChanges,
    private readonly notices: OutcomeNotices,
  ) {}

  /** One page, the earliest due first. */
  async list({ box, cursor, limit }: RelayBoardQuery): Promise<Page<RelayBoardRow>> {
    const query = this.untold(box)
      .orderBy('relay.due', 'ASC')
      .addOrderBy('relay.id', 'ASC')
      .limit(limit + 1);
    const place = decodeInstantCursor(cursor);
    if (place) query.andWhere('(relay.due > :at OR (relay.due = :at AND relay.id > :id))', place);
    const page = toPage(
      await query.getMany(),
      limit,
      ({ due, id }) => ({ sort: due.toISOString(), id }),
      (relay) => relay,
    );
    return { items: await this.rows(page.items), nextCursor: page.nextCursor };
  }

  /** How many there are in each box. */
  async counts(): Promise<RelayBoardCounts> {
    const [due, overdue, all, members] = await Promise.all([
      this.untold('due').getCount(),
      this.untold('overdue').getCount(),
      this.untold('all').getCount(),
      this.untold('overdue')
        .select('COUNT(DISTINCT relay.memberId)', 'members')
        .getRawOne<{ members: number | string }>(),
    ]);
    return { due, overdue, all, membersOverdue: Number(members?.members ?? 0) };
  }

  /** Reminds the member. @throws {Problem} 404, 409 for a stale version, one that was sent, or a second time on one day. */
  async remind(actor: Actor, id: string, { version }: RemindRelay): Promise<RelayBoardRow> {
    return this.database.write(async () => {
      const relay = await this.changes.hold(id);
      if (!relay) throw notFound('这件转告');
      const current = { state: relay.state, version: relay.version };
      if (relay.version !== version) throw versionConflict(current, '这件转告刚刚有了变化');
      if (!allowedRelayActions('desk', relay.state).includes('remind')) {
        throw actionNotAllowed('这件转告已经发出或者已被更正，不用再提醒。', { current });
      }
      const now = this.clock.now();
      if (relay.remindedAt && chinaDay(relay.remindedAt) === chinaDay(now)) {
        throw actionNotAllowed('今天已经提醒过这位委员，请明天再提醒。', { current });
      }
      await this.changes.apply(
        relay,
        { action: 'remind', party: 'desk', accountId: actor.accountId },
        { remindedAt: now },
      );
      await this.notices.reminded(relay);
      const [row] = await this.rows([relay]);
      if (!row) throw notFound('这件转告');
      return row;
    });
  }

  private untold(box: RelayBoardQuery['box']) {
    const now = this.clock.now();
    const query = this.database.read
      .createQueryBuilder(Relay, 'relay')
      .where('relay.state IN (:...states)', { states: [...UNTOLD] });
    if (box === 'overdue') query.andWhere('relay.due < :now', { now });
    if (box === 'due') {
      const soon = this.deadlines.soonBound();
      query.andWhere(new Brackets((where) => where.where('relay.due >= :now').andWhere('relay.due <= :soon')), {
        now,
        soon,
      });
    }
    return query;
  }

  private async rows(relays: readonly Relay[]): Promise<RelayBoardRow[]> {
    if (relays.length === 0) return [];
    const now = this.clock.now();
    const members = await this.members.entriesOf([...new Set(relays.map(({ memberId }) => memberId))]);
    const byId = new Map(members.map((member) => [member.id, member]));
    const letters = await this.letters.briefsOf(relays.flatMap(({ letterId }) => letterId ?? []));
    const refs = relays.map(({ opinionId }) => ({ kind: 'opinion', id: opinionId }) as const);
    const opinions = await this.submissions.summaries(refs);
    return relays.map((relay) => ({
      id: relay.id,
      purpose: relay.purpose,
      state: relay.state,
      memberId: relay.memberId,
      memberName: byId.get(relay.memberId)?.name ?? '',
      sectorName: byId.get(relay.memberId)?.sectorName ?? '',
      opinion: linkOf({ kind: 'opinion', id: relay.opinionId }, opinions.get(relay.opinionId)),
      letterReference: letters.get(relay.letterId ?? '')?.reference ?? null,
      due: asIso(relay.due),
      deadline: this.deadlines.stateOf(relay.due),
      overdueWorkingDays: relay.due < now ? workingDaysSince(relay.due, now) : 0,
      remindedAt: asIso(relay.remindedAt),
      allowedActions: allowedRelayActions('desk', relay.state),
      version: relay.version,
    }));
  }
}
