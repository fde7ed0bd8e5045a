import { OPINION_SECTIONS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { DirectoryUnitsService } from '../directory/directory-units.service.js';
import { type MemberEntry, MembersService } from '../directory/members.service.js';
import { LetterSourcesService } from '../mailbox/letter-sources.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { insertRow } from '../platform/database/insert-row.js';
import { actionNotAllowed, fieldInvalid } from '../platform/problems/problem.js';
import { CosigningService } from './cosigning.service.js';
import { Opinion } from './opinion.entity.js';
import { OpinionChanges, type OpinionPatch } from './opinion-changes.js';
import { OpinionDesks } from './opinion-desks.js';
import { OpinionRevisionsService } from './opinion-revisions.service.js';
import { OpinionSources } from './opinion-sources.js';
import { withParts } from './opinion-texts.js';
import type { BeginOpinion, ChooseSources, SaveOpinion } from './opinions.dto.js';

/** Writing an opinion: begun from letters or from nothing, saved as it is written. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: OpinionChanges,
    private readonly sources: OpinionSources,
    private readonly revisions: OpinionRevisionsService,
    private readonly cosigning: CosigningService,
    private readonly desks: OpinionDesks,
    private readonly members: MembersService,
    private readonly units: DirectoryUnitsService,
    private readonly letters: LetterSourcesService,
  ) {}

  /** Begins an opinion. @returns its id. @throws {Problem} 422 for a source that cannot be one. */
  async begin(actor: Actor, { kind, sources = [] }: BeginOpinion): Promise<string> {
    const member = await this.activeMember(actor);
    const now = this.clock.now();
    const id = uuidv7();
    await this.database.write(async (manager) => {
      await this.sources.set(manager, actor, { id }, sources, now);
      const townshipId = await this.commonTownship(sources.map(({ sourceId }) => sourceId));
      await insertRow(manager, Opinion, {
        id,
        kind,
        title: '',
        sections: Object.fromEntries(OPINION_SECTIONS[kind].map(({ key }) => [key, ''])),
        state: 'draft',
        authorMemberId: member.id,
        authorAccountId: actor.accountId,
        sectorId: member.sectorId,
        townshipId,
        desk: 'office',
        createdAt: now,
        updatedAt: now,
        version: 1,
      });
      await this.changes.record(id, 'author', actor.accountId, { type: 'opinion_begun' }, now);
    });
    return id;
  }

  /**
   * Saves what has been written so far. A changed text is kept as a revision, and who has signed is asked again.
   * @throws {Problem} 404, 409 for a stale version or one that has been handed in, 422 for what does not fit its kind.
   */
  async save(actor: Actor, opinionId: string, { version, ...input }: SaveOpinion): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'save', version }, async (held) => {
      const { opinion, manager, now, party } = held;
      const patch = await this.patchOf(opinion, input);
      if (Object.keys(patch).length === 0) return;
      const text = 'title' in patch || 'sections' in patch;
      const changed = await this.changes.apply(held, { action: 'save', party, accountId: actor.accountId }, patch);
      if (text) await this.revisions.keep(manager, changed, actor.accountId, now);
      if (text || 'suggestedBody' in patch) await this.cosigning.askAgain({ ...held, opinion: changed });
    });
  }

  /** Sets what an opinion is drawn from. @throws {Problem} as {@link OpinionSources.set}, and 404 and 409 as {@link save}. */
  async chooseSources(actor: Actor, opinionId: string, { version, sources }: ChooseSources): Promise<void> {
    await this.changes.as(actor, opinionId, { action: 'save', version }, async (held) => {
      const change = await this.sources.set(held.manager, actor, held.opinion, sources, held.now);
      const move = { action: 'save', party: held.party, accountId: actor.accountId } as const;
      const opinion = await this.changes.apply(held, move, {});
      await this.sources.recordChange(opinion, change, actor.accountId, held.now);
    });
  }

  /** What of the input differs from what is there. */
  private async patchOf(opinion: Opinion, input: Omit<SaveOpinion, 'version'>): Promise<OpinionPatch> {
    const { sections, desk, deskUnitId, suggestedBody, topicUse, topicBody, title, theme, townshipId } = input;
    requireFitting(opinion, input);
    if (townshipId && townshipId !== opinion.townshipId) {
      await this.units.requireChoosable('township', townshipId, 'townshipId');
    }
    const place =
      desk !== undefined || deskUnitId !== undefined
        ? await this.desks.place(opinion, { desk: desk ?? opinion.desk, deskUnitId })
        : {};
    const given: OpinionPatch = {
      ...(title !== undefined && { title }),
      ...(sections && { sections: withParts(opinion.kind, opinion.sections, sections) }),
      ...(theme !== undefined && { theme }),
      ...(townshipId !== undefined && { townshipId }),
      ...(suggestedBody !== undefined && { suggestedBody: suggestedBody || null }),
      ...(topicUse !== undefined && { topicUse }),
      ...(topicBody !== undefined && { topicBody: topicBody || null }),
      ...place,
    };
    const differs = ([key, value]: [string, unknown]) =>
      JSON.stringify(value) !== JSON.stringify(opinion[key as keyof Opinion]);
    return Object.fromEntries(Object.entries(given).filter(differs));
  }

  private async activeMember(actor: Actor): Promise<MemberEntry> {
    const member = await this.members.find(actor.memberId ?? '');
    if (!member?.active)
      throw actionNotAllowed('您已不在现任委员名录中，不能起草意见建议。如有疑问，请联系政协办公室。');
    return member;
  }

  /** The township that all letters come from, or null. */
  private async commonTownship(letterIds: readonly string[]): Promise<string | null> {
    const briefs = [...(await this.letters.briefsOf(letterIds)).values()];
    const townships = new Set(briefs.map(({ townshipId }) => townshipId));
    return townships.size === 1 ? ([...townships][0] ?? null) : null;
  }
}

/** Refuses what another kind of opinion has. */
function requireFitting({ kind }: Opinion, input: Omit<SaveOpinion, 'version'>): void {
  const refuse = (field: string, message: string) => {
    throw fieldInvalid(field, 'not_for_kind', message);
  };
  if (input.suggestedBody && kind !== 'proposal') refuse('suggestedBody', '只有提案填写建议承办单位。');
  if (input.topicUse && kind !== 'topic') refuse('topicUse', '只有选题建议填写用途。');
  if (input.topicBody && kind !== 'topic') refuse('topicBody', '只有选题建议填写建议组织单位。');
}
