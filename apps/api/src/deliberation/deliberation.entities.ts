import { Decision } from './decision.entity.js';
import { Digest } from './digest.entity.js';
import { DigestItem } from './digest-item.entity.js';
import { DigestRemark } from './digest-remark.entity.js';
import { DigestSequence } from './digest-sequence.entity.js';

/** The tables of digests and decisions. */
export const deliberationEntities = [Digest, DigestItem, Decision, DigestRemark, DigestSequence];
