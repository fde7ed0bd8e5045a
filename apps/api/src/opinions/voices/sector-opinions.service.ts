import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import type { SectorOpinionsQuery, SectorThemesQuery } from './voices.dto.js';
import type { SectorOpinion, SectorTheme } from './voices.views.js';

/** Opinions handed in to a sector group. */
@Injectable()
export class SectorOpinionsService {
  /** Lists. */
  async list(_actor: Actor, _query: SectorOpinionsQuery): Promise<Page<SectorOpinion>> {
    throw new Error('not written yet');
  }

  /** Counts. */
  async themes(_actor: Actor, _query: SectorThemesQuery): Promise<SectorTheme[]> {
    throw new Error('not written yet');
  }
}
