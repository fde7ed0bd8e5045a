/** A constituent who can be chosen on the sign-in page of the demonstration. */
export interface DemonstrationConstituent {
  readonly name: string;
  readonly township: string;
  readonly description: string;
}

/** Constituents to sign in as. Their names say that they are made up. */
export const CONSTITUENTS: readonly DemonstrationConstituent[] = [
  { name: '陈示例', township: '清溪镇', description: '群众：写过多封信，有待回复、已回复、已办结的' },
  { name: '李示例', township: '东河街道', description: '群众：有超期、未通过审核、正在审核的来信' },
  { name: '王示例', township: '云岭镇', description: '群众：有追问、重新打开、转交其他委员的来信' },
];

/** Members to sign in as: the first of each sector in the roster; the last one is the sector's convener too. */
export const DEMONSTRATION_MEMBERS: readonly { sector: string; convener: boolean; description: string }[] = [
  { sector: '医药卫生界', convener: false, description: '委员：信箱里各种来信都有' },
  { sector: '教育界', convener: false, description: '委员：有超期来信，委工委在催' },
  { sector: '农业界', convener: false, description: '委员：有稍后处理和追问的来信' },
  { sector: '经济界', convener: true, description: '委员兼界别召集人' },
];

const SURNAMES =
  '赵 钱 孙 周 吴 郑 冯 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕 施 张 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹 喻 柏 水 窦 章 云 苏 潘 葛 奚 范 彭 郎';

/** Names of the other people who wrote in the last year. */
export const OTHER_WRITERS: readonly string[] = SURNAMES.split(' ').map((surname) => `${surname}示例`);
