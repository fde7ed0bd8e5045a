import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import type { VoicesQuery } from './voices.dto.js';
import type { SectorVoiceSummary, SectorVoiceView } from './voices.views.js';

/** Voices as each may see them. */
@Injectable()
export class VoiceViewsService {
  /** Lists. */
  async list(_actor: Actor, _query: VoicesQuery): Promise<Page<SectorVoiceSummary>> {
    throw new Error('not written yet');
  }

  /** Shows. */
  async show(_actor: Actor, _id: string): Promise<SectorVoiceView> {
    throw new Error('not written yet');
  }
}
