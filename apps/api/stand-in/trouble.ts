/** How the stand-in fails: not at all, "system busy" (errcode -1), or connections that break. */
export const TROUBLES = ['none', 'busy', 'unreachable'] as const;
export type Trouble = (typeof TROUBLES)[number];
