import type { LetterCategory } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { AnswerTemplatesService } from '../mailbox/answer-templates/answer-templates.service.js';
import { ChannelsService } from '../mailbox/channels/channels.service.js';
import { PublishedAnswersService } from '../mailbox/published-answers/published-answers.service.js';
import type { Community } from './community.js';

const CHANNELS = [
  { name: '县教育局家校服务热线', contact: '电话 0000-1234501', scope: '入学、校车、课后服务、营养餐' },
  { name: '县供水公司', contact: '电话 0000-1234502，24 小时', scope: '停水、水质、水管维修' },
  { name: '县农业技术推广站', contact: '电话 0000-1234503', scope: '病虫害、良种、测土配方' },
  { name: '县残疾人联合会', contact: '电话 0000-1234504', scope: '残疾证、辅具、无障碍改造' },
];

const OFFICE_TEMPLATES = [
  {
    title: '已收到，正在了解',
    text: '来信收到，谢谢您的信任。我正在向有关部门了解情况，会在五个工作日内给您一个明确的答复。',
  },
  {
    title: '约您见面谈',
    text: '这件事信里说不清楚，我想当面听您讲讲。每月第一个星期六上午我在社区接待，您方便的话请来坐坐。',
  },
  {
    title: '已现场查看',
    text: '我今天到现场看过了，情况和您说的一样。我已把照片和建议转给主管部门，有进展马上告诉您。',
  },
  { title: '政策解释', text: '您问的这件事，现行政策是这样规定的：……如果您的情况有特别之处，请再补充，我帮您问清楚。' },
];

const MEMBER_TEMPLATES = [
  { title: '我的接待时间', text: '我每月第二个星期三下午在清溪镇卫生院，欢迎带着问题来找我。' },
  { title: '已列入提案线索', text: '您的建议很有代表性，我已把它列入今年的提案线索，提交后会把提案内容告诉您。' },
];

const PUBLISHED: readonly { category: LetterCategory; question: string; answer: string }[] = [
  {
    category: 'inquiry',
    question: '城乡居民医保什么时候缴费，怎么缴？',
    answer:
      '每年九月到十二月集中缴费，可以在微信“城市服务”、银行网点或村（社区）便民服务站缴纳。错过集中缴费期的，缴费后有三个月等待期。',
  },
  {
    category: 'inquiry',
    question: '高龄补贴怎么申请？',
    answer:
      '年满八十周岁，带身份证、户口本和银行卡到村（社区）便民服务站申请，行动不便的可以上门办理，从申请的次月起发放。',
  },
  {
    category: 'appeal',
    question: '路灯坏了找谁修？',
    answer:
      '城区路灯打 12345 登记，一般五个工作日内修复；村里的路灯先找村委会，由镇里统一维修。登记后没有修好的，可以写信给委员。',
  },
  {
    category: 'inquiry',
    question: '老旧小区加装电梯需要什么条件？',
    answer:
      '本单元三分之二以上业主参与表决，参与表决的四分之三以上同意即可申请。县里对每部电梯有补贴，社区可以帮助组织表决。',
  },
  {
    category: 'appeal',
    question: '工资被拖欠怎么办？',
    answer: '保留考勤、工资条和聊天记录，到县劳动监察大队或拨打 12333 登记。有总包单位的工程，总包应先行垫付。',
  },
  {
    category: 'suggestion',
    question: '怎样让自己的建议变成提案？',
    answer:
      '把情况、原因和具体建议写清楚，选择熟悉这一领域的委员写信，并同意“用于意见建议”。委员核实后可以写成提案或社情民意信息。',
  },
  {
    category: 'inquiry',
    question: '农村自建房要办哪些手续？',
    answer:
      '先向村里提出申请，镇里现场勘查，批准后领取宅基地批准书和乡村建设规划许可证，再开工。完工后申请验收和不动产登记。',
  },
  {
    category: 'opinion',
    question: '广场舞噪声怎么反映？',
    answer: '晚上十点以后可以直接报警；其他时间请社区协调，定时间、降音量。委员也可以帮助召集双方坐下来谈。',
  },
  {
    category: 'cppcc_work',
    question: '政协委员能帮我做什么？',
    answer: '委员可以倾听和如实反映您的意见，解释政策，联系有关部门，推动问题解决；但不能代替法院、信访部门办案。',
  },
  {
    category: 'inquiry',
    question: '孩子转学需要什么材料？',
    answer: '户口本、居住证明和原学校的学籍信息表，开学前两周到接收学校教务处办理，县内转学不用家长两头跑。',
  },
];

/** Fills what the office and members keep ready: channels, templates, published answers. */
@Injectable()
export class OfficeContent {
  constructor(
    private readonly channels: ChannelsService,
    private readonly templates: AnswerTemplatesService,
    private readonly published: PublishedAnswersService,
  ) {}

  /** Writes all of it, as the office and the members who can be chosen. */
  async fill({ office, members }: Community): Promise<void> {
    for (const channel of CHANNELS) await this.channels.create(channel);
    for (const template of OFFICE_TEMPLATES) await this.templates.create(office, template);
    for (const { actor, demonstration } of members) {
      if (!demonstration) continue;
      for (const template of MEMBER_TEMPLATES) await this.templates.create(actor, template);
    }
    for (const answer of PUBLISHED) await this.published.create(answer);
  }
}
