import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type MemberRow, SELECT_MEMBERS } from './member-rows.js';
import type { MemberSuggestion, SuggestMembers } from './members.dto.js';
import { MembersService } from './members.service.js';
import { rankCandidates } from './suggestion-scoring.js';

const MOST_SUGGESTIONS = 5;

/** Finds members who may be the right ones for a letter, from its words (Art. 2, 3). */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
  ) {}

  /** At most five active members with a reason each, the best first. The text is not kept. */
  async suggest(wish: SuggestMembers): Promise<MemberSuggestion[]> {
    const rows = await this.database.read.query<MemberRow[]>(
      `${SELECT_MEMBERS} WHERE m.active = 1 ORDER BY m.pinyin, m.id`,
    );
    const best = rankCandidates(rows, wish, MOST_SUGGESTIONS);
    const summaries = await this.members.summariesOf(best.map(({ candidate }) => candidate.id));
    const byId = new Map(summaries.map((summary) => [summary.id, summary]));
    return best.flatMap(({ candidate, reason }) => {
      const member = byId.get(candidate.id);
      return member ? [{ member, reason }] : [];
    });
  }
}
