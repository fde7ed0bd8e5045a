import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Account, Role, Session } from '@/api/types';
import { deviceStorage } from './storage';

interface SessionState {
  readonly session: Session | undefined;
  /** Key ({@link roleKey}) of the role the person acts in on this device. */
  readonly activeRoleKey: string | undefined;
  /** Begins with what a sign-in answered. */
  readonly begin: (session: Session) => void;
  /** Takes over what the server now says of the account. */
  readonly refresh: (account: Account) => void;
  readonly switchRole: (role: Role) => void;
  readonly end: () => void;
}

/** Names one role of a person: the same role may be held for several scopes. */
export function roleKey(role: Role): string {
  return role.scopeId ? `${role.name}:${role.scopeId}` : role.name;
}

/** The session of this device, kept over restarts. */
export const useSessionStore = create<SessionState>()(
  persist(
    (set) => ({
      session: undefined,
      activeRoleKey: undefined,
      begin: (session) => set({ session }),
      refresh: (account) => set(({ session }) => ({ session: session && { ...session, account } })),
      switchRole: (role) => set({ activeRoleKey: roleKey(role) }),
      end: () => set({ session: undefined }),
    }),
    { name: 'lianxin.session', storage: createJSONStorage(() => deviceStorage), version: 1 },
  ),
);

/**
 * The role a person acts in: the one chosen on this device while it is still held, otherwise the first beyond constituent, which
 * everyone is.
 */
export function activeRole(account: Account | undefined, key: string | undefined): Role | undefined {
  const roles = account?.roles ?? [];
  return roles.find((role) => roleKey(role) === key) ?? roles.find((role) => role.name !== 'constituent') ?? roles[0];
}
