import { Opinion } from './opinion.entity.js';
import { OpinionCosigner } from './opinion-cosigner.entity.js';
import { OpinionRecognition } from './opinion-recognition.entity.js';
import { OpinionRevision } from './opinion-revision.entity.js';
import { OpinionSequence } from './opinion-sequence.entity.js';
import { OpinionSource } from './opinion-source.entity.js';
import { SectorVoice } from './voices/sector-voice.entity.js';
import { VoiceContribution } from './voices/voice-contribution.entity.js';

/** The tables of opinions. */
export const opinionEntities = [
  Opinion,
  OpinionSource,
  OpinionCosigner,
  OpinionRevision,
  OpinionRecognition,
  OpinionSequence,
  SectorVoice,
  VoiceContribution,
];
