/** The steps of the loop, each counted in letters that have come that far (design §1). */
export const LOOP_STEPS = [
  'delivered',
  'answered_in_time',
  'lifted',
  'accepted',
  'decided',
  'adopted',
  'fed_back',
  'relayed',
  'heard',
] as const;
export type LoopStep = (typeof LOOP_STEPS)[number];

/** Chinese words for {@link LoopStep}. */
export const LOOP_STEP_LABELS: Record<LoopStep, string> = {
  delivered: '收到来信',
  answered_in_time: '按期答复',
  lifted: '写入意见建议',
  accepted: '意见被采集',
  decided: '会议有决定',
  adopted: '采纳或部分采纳',
  fed_back: '已反馈委员',
  relayed: '已转告群众',
  heard: '群众已评价',
};

/** What loop figures can be split by. A month is the month in which the letter was delivered, in Asia/Shanghai. */
export const LOOP_DIMENSIONS = ['month', 'sector', 'township', 'category'] as const;
export type LoopDimension = (typeof LOOP_DIMENSIONS)[number];

/** Chinese words for {@link LoopDimension}. */
export const LOOP_DIMENSION_LABELS: Record<LoopDimension, string> = {
  month: '月份',
  sector: '界别',
  township: '乡镇（街道）',
  category: '类别',
};
