import { AdoptionFeedback } from './adoption-feedback.entity.js';
import { FollowUp } from './follow-up.entity.js';
import { HeardAnswer } from './heard-answer.entity.js';
import { Relay } from './relay.entity.js';
import { ResponsibleItem } from './responsible-item.entity.js';

/** The tables of what comes back. */
export const outcomeEntities = [AdoptionFeedback, Relay, FollowUp, ResponsibleItem, HeardAnswer];
