import type { VoiceState } from '@lianxin/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Journey } from '../../platform/journey/journey.js';
import { TextIndex } from '../../platform/text-index/text-index.js';
import { OFFICE_DESK } from '../intake/intake.policy.js';
import { deskScope, HAND_SCOPE } from '../opinion-index.js';
import { plainTextOf } from '../opinion-texts.js';
import { SectorVoice } from './sector-voice.entity.js';
import { VoiceContribution } from './voice-contribution.entity.js';
import { SEEN_BY_CONTRIBUTORS, SEEN_BY_LEADERS, SEEN_BY_OFFICE } from './voices.policy.js';

/** Steps after which somebody else may find a voice, or nobody else any more. */
const STEPS = [
  'voice_circulated',
  'voice_recalled',
  'voice_submitted',
  'voice_returned',
  'voice_accepted',
  'voice_withdrawn',
  'voice_listed',
  'voice_unlisted',
  'voice_reported',
  'voice_report_recalled',
  'voice_decided',
  'voice_fed_back',
  'voice_relayed',
];
/** States in which a voice is in hand: accepted and not decided. */
const IN_HAND: readonly VoiceState[] = ['accepted', 'listed'];

/** Keeps sector voices findable, by those who may see them (`voices.policy.ts`) and by nobody else. */
@Injectable()
export class VoiceIndex implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly journey: Journey,
    private readonly texts: TextIndex,
  ) {}

  onModuleInit(): void {
    this.journey.subscribe(STEPS, ({ subjectId }) => this.put(subjectId));
  }

  /** Brings a voice's entry up to date, in the transaction under way. */
  private async put(id: string): Promise<void> {
    const voice = await this.database.read.findOneBy(SectorVoice, { id });
    if (!voice || voice.state === 'withdrawn') {
      await this.texts.remove('sector_voice', id);
      return;
    }
    const { state, sectorId } = voice;
    const scopes = [deskScope({ desk: 'sector_group', deskUnitId: sectorId })];
    if (SEEN_BY_CONTRIBUTORS.includes(state)) {
      const credited = await this.database.read.findBy(VoiceContribution, { voiceId: id });
      scopes.push(...credited.map(({ memberId }) => `author:${memberId}`));
    }
    if (SEEN_BY_OFFICE.includes(state)) scopes.push(deskScope(OFFICE_DESK));
    if (voice.listedAt !== null && SEEN_BY_LEADERS.includes(state)) scopes.push('leaders');
    if (IN_HAND.includes(state)) scopes.push(HAND_SCOPE);
    const text = plainTextOf(voice.sections);
    await this.texts.put({ kind: 'sector_voice', id, scopes, title: voice.title, text, at: voice.createdAt });
  }
}
