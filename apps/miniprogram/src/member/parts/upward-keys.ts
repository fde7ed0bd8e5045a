/** Roots of the cache keys of what a member reflects upward and of what comes back; whatever changes one asks the rest anew. */
export const OPINIONS_KEY = ['opinions'] as const;
export const VOICES_KEY = ['sector-voices'] as const;
export const FEEDBACKS_KEY = ['feedbacks'] as const;
export const RELAYS_KEY = ['relays'] as const;
