import {
  LIMITS,
  OPINION_THEMES,
  type OpinionTheme,
  VOICE_SECTIONS,
  VOICE_STATES,
  type VoiceState,
} from '@lianxin/shared';
import { ChoiceField, IdField, IdListField, NestedField, TextField, VersionField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page-query.js';

const most = (key: string) => VOICE_SECTIONS.find((section) => section.key === key)?.max ?? 0;

/** The parts of a sector voice's text; those left out stay as they are. */
export class VoiceSectionsInput {
  @TextField({ label: '情况', max: most('situation'), min: 0, optional: true })
  situation?: string;

  @TextField({ label: '分析', max: most('analysis'), min: 0, optional: true })
  analysis?: string;

  @TextField({ label: '建议', max: most('suggestion'), min: 0, optional: true })
  suggestion?: string;
}

/** A new sector voice, from accepted opinions of the own sector. */
export class ComposeVoice {
  /** Which sector; needed only by somebody who convenes more than one. */
  @IdField({ label: '界别', optional: true })
  sectorId?: string;

  @TextField({ label: '标题', max: LIMITS.opinionTitle, min: 0, optional: true })
  title?: string;

  /** That of the first opinion, unless given. */
  @ChoiceField({ label: '主题', of: OPINION_THEMES, name: 'OpinionTheme', optional: true })
  theme?: OpinionTheme;

  @IdListField({ label: '意见', max: LIMITS.voiceOpinions })
  opinionIds: string[];
}

/** A change that says nothing but on which version it is based. */
export class VoiceChange {
  @VersionField()
  version: number;
}

/** Autosave of the text. */
export class SaveVoice extends VoiceChange {
  @TextField({ label: '标题', max: LIMITS.opinionTitle, min: 0, optional: true })
  title?: string;

  @ChoiceField({ label: '主题', of: OPINION_THEMES, name: 'OpinionTheme', optional: true })
  theme?: OpinionTheme;

  @NestedField({ label: '正文', type: () => VoiceSectionsInput, optional: true })
  sections?: VoiceSectionsInput;
}

/** Which opinions the voice is composed from, all of them: those not named are taken out again. */
export class ChooseVoiceOpinions extends VoiceChange {
  @IdListField({ label: '意见', max: LIMITS.voiceOpinions })
  opinionIds: string[];
}

/** Giving it back to the convener. */
export class ReturnVoice extends VoiceChange {
  @TextField({ label: '理由', max: LIMITS.reason })
  reason: string;
}

/** A contributor does not agree with the text as it is. */
export class ObjectToVoice extends VoiceChange {
  @TextField({ label: '不同意见', max: LIMITS.objection })
  words: string;
}

/** Which sector voices to list. */
export class VoicesQuery extends PageQuery {
  @ChoiceField({ label: '状态', of: VOICE_STATES, name: 'VoiceState', optional: true })
  state?: VoiceState;

  /** Only those in which one has this part; all that one may see, unless given. */
  @ChoiceField({ label: '身份', of: ['convener', 'contributor', 'office'], optional: true })
  role?: 'convener' | 'contributor' | 'office';
}

/** The states in which a sector group sees the opinions handed in to it. */
export const SECTOR_OPINION_STATES = ['submitted', 'accepted', 'merged'] as const;
export type SectorOpinionState = (typeof SECTOR_OPINION_STATES)[number];

/** Which of the sector's opinions to list. */
export class SectorOpinionsQuery extends PageQuery {
  /** One of the sectors one convenes; all of them, unless given. */
  @IdField({ label: '界别', optional: true })
  sectorId?: string;

  @ChoiceField({ label: '主题', of: OPINION_THEMES, name: 'OpinionTheme', optional: true })
  theme?: OpinionTheme;

  /** Submitted and accepted ones, unless given. */
  @ChoiceField({ label: '状态', of: SECTOR_OPINION_STATES, optional: true })
  state?: SectorOpinionState;

  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;
}

/** Which sector's opinions to count. */
export class SectorThemesQuery {
  @IdField({ label: '界别', optional: true })
  sectorId?: string;
}
