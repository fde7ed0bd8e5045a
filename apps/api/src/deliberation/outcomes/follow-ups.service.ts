import { endOfChinaDay, FOLLOW_UP_STATUS_LABELS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AccountsService } from '../../identity/accounts.service.js';
import { Deadlines } from '../../mailbox/deadlines/deadlines.js';
import { Submissions } from '../../opinions/submissions.service.js';
import { PhotosService } from '../../photos/photos.service.js';
import type { Actor } from '../../platform/abilities/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { insertRow } from '../../platform/database/insert-row.js';
import { asIso } from '../../platform/database/instants.js';
import { decodeCursor, type Page, toPage } from '../../platform/database/keyset.js';
import { escapeLike } from '../../platform/database/like.js';
import { Journey } from '../../platform/journey/journey.js';
import { actionNotAllowed, notFound } from '../../platform/problems/problem.js';
import { AdoptionFeedback } from './adoption-feedback.entity.js';
import { FollowUp } from './follow-up.entity.js';
import type { FollowUpsQuery, FollowUpView, RecordFollowUp, ResponsibleItemRow } from './follow-ups.dto.js';
import { OutcomeItems } from './outcome-items.js';
import { OutcomeNotices } from './outcome-notices.js';
import { wordFollowUpRelay } from './outcome-wording.js';
import type { Relay } from './relay.entity.js';
import { RelayMaking } from './relay-making.js';
import { NO_DUE_DATE, ResponsibleItem } from './responsible-item.entity.js';

/** A name for records where the account has none. */
const OFFICE_NAME = '政协办公室';

/** What the responsible bodies do, as the office records it, and how it travels down. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deadlines: Deadlines,
    private readonly items: OutcomeItems,
    private readonly submissions: Submissions,
    private readonly accounts: AccountsService,
    private readonly photos: PhotosService,
    private readonly journey: Journey,
    private readonly making: RelayMaking,
    private readonly notices: OutcomeNotices,
  ) {}

  /** One page of items for which a body is responsible, the earliest due first. */
  async list({ box, status, query, cursor, limit }: FollowUpsQuery): Promise<Page<ResponsibleItemRow>> {
    const select = this.database.read
      .createQueryBuilder(ResponsibleItem, 'item')
      .orderBy('item.dueDate', 'ASC')
      .addOrderBy('item.itemId', 'ASC')
      .limit(limit + 1);
    if (status) select.andWhere('item.status = :status', { status });
    if (box !== 'all') {
      const today = asIso(this.clock.now()).slice(0, 10);
      const soon = asIso(this.deadlines.soonBound()).slice(0, 10);
      select.andWhere("item.status IN ('not_started', 'in_hand')");
      if (box === 'overdue') select.andWhere('item.dueDate < :today', { today });
      else select.andWhere('item.dueDate >= :today AND item.dueDate <= :soon', { today, soon });
    }
    if (query) {
      const like = `%${escapeLike(query)}%`;
      select.andWhere(
        "(item.title LIKE :like ESCAPE '!' OR item.reference LIKE :like ESCAPE '!' OR item.responsibleBody LIKE :like ESCAPE '!')",
        { like },
      );
    }
    const place = decodeCursor(cursor);
    if (place) select.andWhere('(item.dueDate > :sort OR (item.dueDate = :sort AND item.itemId > :id))', place);
    return toPage(
      await select.getMany(),
      limit,
      ({ dueDate, itemId }) => ({ sort: dueDate, id: itemId }),
      (row) => this.row(row),
    );
  }

  /** The follow-ups of an item, oldest first; none for an item that does not exist. */
  async ofItem(itemId: string): Promise<FollowUpView[]> {
    const followUps = await this.database.read.find(FollowUp, { where: { itemId }, order: { id: 'ASC' } });
    return this.views(followUps);
  }

  /** Follow-ups as the API gives them. The caller has checked who may see them. */
  async views(followUps: readonly FollowUp[]): Promise<FollowUpView[]> {
    const photos = await this.photos.viewOf(followUps.flatMap(({ photoIds }) => photoIds));
    const byId = new Map(photos.map((photo) => [photo.id, photo]));
    return followUps.map(({ id, status, text, photoIds, recorderName, at }) => ({
      id,
      status,
      statusLabel: FOLLOW_UP_STATUS_LABELS[status],
      text,
      photos: photoIds.flatMap((photoId) => byId.get(photoId) ?? []),
      recorderName,
      at: asIso(at),
    }));
  }

  /**
   * Records how far the responsible body is: the members behind the item are told, and relays to the constituents become ready.
   * @throws {Problem} 404, 409 while nobody is responsible or the decision has not been fed back, 422 for photos that cannot be used.
   */
  async record(actor: Actor, itemId: string, { status, text, photoIds }: RecordFollowUp): Promise<FollowUpView> {
    return this.database.write(async (manager) => {
      const item = await this.items.find(itemId);
      if (!item) throw notFound('这一项');
      await this.items.hold(item.digestId);
      const responsible = await manager.findOneBy(ResponsibleItem, { itemId });
      if (!responsible) {
        throw actionNotAllowed('这一项没有承办单位，或者决定还没有反馈给委员，暂时不能记录办理进展。');
      }
      const now = this.clock.now();
      const followUp: FollowUp = {
        id: uuidv7(),
        itemId,
        decisionId: responsible.decisionId,
        status,
        text,
        photoIds: [...photoIds],
        recordedBy: actor.accountId,
        recorderName: (await this.accounts.nameOf(actor.accountId)) ?? OFFICE_NAME,
        at: now,
      };
      await this.photos.attach(actor, photoIds, { kind: 'follow_up', id: followUp.id });
      await insertRow(manager, FollowUp, followUp);
      await manager.update(ResponsibleItem, { itemId }, { status, statusAt: now });
      await this.journey.append({
        subjectKind: 'digest_item',
        subjectId: itemId,
        type: 'follow_up_recorded',
        party: 'office',
        accountId: actor.accountId,
        facts: { status },
        at: now,
      });
      const { opinions } = await this.submissions.behind(item.submission);
      const words = ({ letterTitle }: { letterTitle: string }) =>
        wordFollowUpRelay({ status, text }, responsible.responsibleBody, letterTitle);
      const occasion = { itemId, decisionId: responsible.decisionId, followUpId: followUp.id, opinions, words };
      await this.tellMembers(followUp, await this.making.make([occasion], now));
      const [view] = await this.views([followUp]);
      return view as FollowUpView;
    });
  }

  /** Everybody who was told of the decision, each once; with the own relays, if there are any. */
  private async tellMembers(followUp: FollowUp, relays: readonly Relay[]): Promise<void> {
    const told = await this.database.read.find(AdoptionFeedback, {
      where: { decisionId: followUp.decisionId },
      order: { id: 'ASC' },
    });
    const firstOfMember = new Map(told.toReversed().map((feedback) => [feedback.memberId, feedback]));
    const subjects = [...firstOfMember.values()].map(({ subjectKind: kind, subjectId: id }) => ({ kind, id }));
    const summaries = await this.submissions.summaries(subjects);
    for (const feedback of firstOfMember.values()) {
      const own = relays.filter(({ memberId }) => memberId === feedback.memberId);
      const title = summaries.get(feedback.subjectId)?.title ?? '';
      await this.notices.followedUp(feedback, { id: followUp.id, status: followUp.status, title }, own);
    }
  }

  private row(item: ResponsibleItem): ResponsibleItemRow {
    const dueDate = item.dueDate === NO_DUE_DATE ? null : item.dueDate;
    const open = item.status === 'not_started' || item.status === 'in_hand';
    return {
      itemId: item.itemId,
      digestId: item.digestId,
      submission: {
        kind: item.submissionKind,
        id: item.submissionId,
        reference: item.reference || null,
        title: item.title,
      },
      responsibleBody: item.responsibleBody,
      dueDate,
      deadline: open && dueDate ? this.deadlines.stateOf(endOfChinaDay(dueDate)) : 'none',
      status: item.status,
      statusLabel: FOLLOW_UP_STATUS_LABELS[item.status],
      statusAt: asIso(item.statusAt),
    };
  }
}
