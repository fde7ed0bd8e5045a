import type { IntakeBox, RoleName } from '@lianxin/shared';
import { useDirectoryUnits } from '@/hooks/useDirectoryUnits';
import { useSession } from '@/hooks/useSession';
import { pageUrl } from '@/navigation';
import { useUnlinkedCount } from '../codes/useMemberLinks';
import { deskRoleOf, desksOf } from '../DeskShell/desks';
import { useRelayCounts } from '../feedback/useFeedbackBoard';
import { useIntakeCounts } from '../intake/useIntake';
import { useModerationCounts } from '../moderation/useModeration';
import { useOverdueCounts } from '../overdue/useOverdue';
import { useLastRoster } from '../roster/useRoster';

/** One thing on the desk that waits, or that one likes to know. */
export interface DeskTile {
  readonly label: string;
  /** Undefined until it is known. */
  readonly count: number | undefined;
  readonly unit: string;
  readonly url: string;
  /** Something has to be done about it. */
  readonly pressing: boolean;
  /** It could not be had. */
  readonly failed: boolean;
}

function holds(role: RoleName | undefined, ...names: readonly RoleName[]): boolean {
  return role !== undefined && names.includes(role);
}

/** A box of the intake queue. */
const intakeUrl = (box: IntakeBox) => pageUrl('/office/intake/index', { box });

/** What the desk shows to the role that the person acts in. */
export function useDesk() {
  const { roles, role: chosen } = useSession();
  const role = deskRoleOf(roles, chosen);
  const office = holds(role, 'office');
  const seesOverdue = holds(role, 'office', 'member_affairs');
  const receives = holds(role, 'office', 'committee_staff', 'convener');
  const intake = useIntakeCounts(receives);
  const moderation = useModerationCounts(office);
  const overdue = useOverdueCounts(seesOverdue);
  const relays = useRelayCounts(seesOverdue);
  const unlinked = useUnlinkedCount(office);
  const sectors = useDirectoryUnits('sector');
  const { roster } = useLastRoster(office);
  const members = sectors.reduce((sum, sector) => sum + sector.memberCount, 0);

  const tiles: DeskTile[] = [];
  if (receives) {
    const { open, overdue: late, mine } = intake.data ?? {};
    const common = { unit: '件', failed: intake.isError };
    tiles.push(
      { ...common, label: '待采集的意见', count: open, url: intakeUrl('open'), pressing: (open ?? 0) > 0 },
      { ...common, label: '采集已超期', count: late, url: intakeUrl('overdue'), pressing: (late ?? 0) > 0 },
      { ...common, label: '我负责的意见', count: mine, url: intakeUrl('mine'), pressing: false },
    );
  }
  if (office) {
    const open = moderation.data?.open;
    tiles.push({
      label: '等待审核',
      count: open,
      unit: '条',
      url: '/office/moderation/index',
      pressing: (open ?? 0) > 0,
      failed: moderation.isError,
    });
  }
  if (seesOverdue) {
    const total = overdue.data?.total;
    tiles.push({
      label: '超期来信',
      count: total,
      unit: '封',
      url: '/office/overdue/index',
      pressing: (total ?? 0) > 0,
      failed: overdue.isError,
    });
    const { all, overdue: late } = relays.data ?? {};
    tiles.push({
      label: late ? `待转告群众，${late} 件已超期` : '待转告群众',
      count: all,
      unit: '件',
      url: pageUrl('/office/feedback/index', { side: 'relays' }),
      pressing: (late ?? 0) > 0,
      failed: relays.isError,
    });
  }
  if (office) {
    tiles.push(
      {
        label: '还没关联微信的委员',
        count: unlinked.data,
        unit: '位',
        url: '/office/codes/index',
        pressing: false,
        failed: unlinked.isError,
      },
      {
        label: '名录里的委员',
        count: sectors.length > 0 ? members : undefined,
        unit: '位',
        url: '/office/roster/index',
        pressing: false,
        failed: false,
      },
    );
  }
  const others = desksOf(role).filter((desk) => !desk.hidden && !tiles.some((tile) => tile.url.startsWith(desk.url)));
  return { tiles, others, bySector: overdue.data?.bySector ?? [], roster };
}
