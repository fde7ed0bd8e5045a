/**
 * The boxes of a receiving desk's intake queue. `open` waits for acceptance or return, `unassigned` of these nobody has taken,
 * `accepted` waits for a digest; `mine` is what is assigned to oneself and not on a digest yet, `waiting_longest` all of that, whoever has it.
 */
export const INTAKE_BOXES = ['mine', 'unassigned', 'open', 'overdue', 'accepted', 'waiting_longest', 'all'] as const;
export type IntakeBox = (typeof INTAKE_BOXES)[number];

/** Chinese words for {@link IntakeBox}. */
export const INTAKE_BOX_LABELS: Record<IntakeBox, string> = {
  mine: '我负责的',
  unassigned: '待认领',
  open: '待采集',
  overdue: '已超期',
  accepted: '已采集待汇总',
  waiting_longest: '等候最久',
  all: '全部',
};

/** The lists of the desk whose filters can be saved. */
export const FILTERED_LISTS = [
  'intake',
  'sector',
  'candidates',
  'feedback',
  'follow_ups',
  'search',
  'figures',
] as const;
export type FilteredList = (typeof FILTERED_LISTS)[number];
