/** The channels that a new installation starts with; national numbers, the office adds the county's own. */
export const DEFAULT_CHANNELS = [
  {
    name: '12345政务服务便民热线',
    contact: '电话 12345',
    scope: '各部门职责范围内的咨询、求助、投诉、建议，不知道找谁时先打这里',
  },
  {
    name: '县信访局',
    contact: '国家信访局“人民满意窗口”或县信访接待大厅',
    scope: '信访事项：对行政机关的投诉请求、历史遗留问题',
  },
  { name: '12348公共法律服务热线', contact: '电话 12348', scope: '法律咨询、法律援助、人民调解、公证' },
  { name: '12315消费者投诉举报', contact: '电话 12315', scope: '商品质量、价格、消费纠纷、食品药品安全' },
  { name: '12333人社服务热线', contact: '电话 12333', scope: '社会保险、劳动关系、就业、拖欠工资' },
  { name: '12388纪检监察举报', contact: '电话 12388', scope: '党员干部和公职人员违纪违法的举报' },
  { name: '110报警服务台', contact: '电话 110', scope: '正在发生的违法犯罪和紧急危险' },
] as const;
