import { useMemo } from 'react';
import type { Account, Role } from '@/api/types';
import { activeRole, useSessionStore } from '@/state/session';

/** Who is signed in on this device, and in which role. */
export interface CurrentSession {
  readonly account: Account | undefined;
  readonly signedIn: boolean;
  readonly roles: readonly Role[];
  readonly role: Role | undefined;
  readonly switchRole: (role: Role) => void;
}

/** The session of this device. Signing in and out is in `session/`; calls take the token by themselves. */
export function useSession(): CurrentSession {
  const account = useSessionStore((state) => state.session?.account);
  const key = useSessionStore((state) => state.activeRoleKey);
  const switchRole = useSessionStore((state) => state.switchRole);
  return useMemo(
    () => ({
      account,
      signedIn: account !== undefined,
      roles: account?.roles ?? [],
      role: activeRole(account, key),
      switchRole,
    }),
    [account, key, switchRole],
  );
}
