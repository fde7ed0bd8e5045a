/** What a member reflects upward (glossary: OpinionKind; Art. 17–19). */
export const OPINION_KINDS = ['information', 'proposal', 'speech', 'topic', 'work_advice'] as const;
export type OpinionKind = (typeof OPINION_KINDS)[number];

/** Chinese words for {@link OpinionKind}. */
export const OPINION_KIND_LABELS: Record<OpinionKind, string> = {
  information: '社情民意信息',
  proposal: '提案',
  speech: '大会发言',
  topic: '选题建议',
  work_advice: '政协工作意见',
};

/** One part of an opinion's text, kept apart from the others (design §4). `max` is in characters. */
export interface OpinionSection {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly max: number;
}

/** The most characters that a 社情民意信息 has in all its parts together (design §4). */
export const INFORMATION_MAX = 1500;

const matter: readonly OpinionSection[] = [
  { key: 'situation', label: '情况', hint: '发生了什么：时间、地点、涉及哪些人', max: 3000 },
  { key: 'analysis', label: '分析', hint: '为什么会这样，有什么影响', max: 3000 },
  { key: 'suggestion', label: '建议', hint: '建议谁做什么', max: 3000 },
];

/** The parts of each kind, in the order in which they are read. */
export const OPINION_SECTIONS: Record<OpinionKind, readonly OpinionSection[]> = {
  information: matter.map((section) => ({ ...section, max: INFORMATION_MAX })),
  proposal: [
    { key: 'cause', label: '案由', hint: '一句话说明提的是什么事', max: 200 },
    { key: 'grounds', label: '理由', hint: '为什么要提，情况和分析', max: 3000 },
    { key: 'measures', label: '办法', hint: '具体怎么做，一条一条写', max: 3000 },
  ],
  speech: matter,
  topic: [
    { key: 'background', label: '背景', hint: '为什么现在要研究这件事', max: 2000 },
    { key: 'question', label: '研究什么', hint: '要弄清的问题', max: 2000 },
    { key: 'suggestion', label: '建议', hint: '怎样组织，请谁参加', max: 2000 },
  ],
  work_advice: matter,
};

/** The parts of a sector voice. */
export const VOICE_SECTIONS: readonly OpinionSection[] = matter;

/** The eight uses for which Art. 18 lets a member suggest a topic. */
export const TOPIC_USES = [
  'key_research',
  'democratic_supervision',
  'key_inspection',
  'thematic_research',
  'thematic_consultation',
  'counterpart_consultation',
  'sector_consultation',
  'proposal_consultation',
] as const;
export type TopicUse = (typeof TOPIC_USES)[number];

/** Chinese words for {@link TopicUse}, as Art. 18 has them. */
export const TOPIC_USE_LABELS: Record<TopicUse, string> = {
  key_research: '重点调研课题',
  democratic_supervision: '专项集体民主监督',
  key_inspection: '重点视察选题',
  thematic_research: '专题调研选题',
  thematic_consultation: '专题协商',
  counterpart_consultation: '对口协商',
  sector_consultation: '界别协商',
  proposal_consultation: '提案办理协商',
};

/** What an opinion is about, for finding those that belong together. */
export const OPINION_THEMES = [
  'countryside',
  'construction',
  'transport',
  'environment',
  'education',
  'health',
  'elderly_care',
  'employment',
  'business',
  'culture',
  'safety',
  'governance',
  'cppcc_work',
  'other',
] as const;
export type OpinionTheme = (typeof OPINION_THEMES)[number];

/** Chinese words for {@link OpinionTheme}. */
export const OPINION_THEME_LABELS: Record<OpinionTheme, string> = {
  countryside: '农业农村',
  construction: '城乡建设',
  transport: '交通出行',
  environment: '生态环境',
  education: '教育',
  health: '医疗卫生',
  elderly_care: '养老托幼',
  employment: '就业社保',
  business: '经济与企业',
  culture: '文化体育旅游',
  safety: '安全治安',
  governance: '基层治理',
  cppcc_work: '政协工作',
  other: '其他',
};

/** Where an opinion is handed in: the own sector's activity group, a special committee, or the office. */
export const OPINION_DESKS = ['sector_group', 'special_committee', 'office'] as const;
export type OpinionDesk = (typeof OPINION_DESKS)[number];

/** Chinese words for {@link OpinionDesk}. */
export const OPINION_DESK_LABELS: Record<OpinionDesk, string> = {
  sector_group: '界别活动组',
  special_committee: '专门委员会',
  office: '政协办公室',
};

/** What can be put on a digest: a member's opinion or a sector's voice. */
export const SUBMISSION_KINDS = ['opinion', 'sector_voice'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

/** An opinion or a sector voice, by its id. */
export interface SubmissionRef {
  readonly kind: SubmissionKind;
  readonly id: string;
}

/** How far above the county something was taken up, or that a leader wrote an instruction on it. */
export const RECOGNITION_KINDS = ['city', 'province', 'nation', 'instruction'] as const;
export type RecognitionKind = (typeof RECOGNITION_KINDS)[number];

/** Chinese words for {@link RecognitionKind}. */
export const RECOGNITION_KIND_LABELS: Record<RecognitionKind, string> = {
  city: '市级采用',
  province: '省级采用',
  nation: '全国采用',
  instruction: '领导批示',
};

/** Where the words behind an opinion come from. Points heard in contact records join when liaison work is built. */
export const SOURCE_KINDS = ['letter', 'contact_point'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Whether a member asked to sign with others has answered. */
export const COSIGN_STATES = ['invited', 'confirmed', 'declined'] as const;
export type CosignState = (typeof COSIGN_STATES)[number];

/** Chinese words for {@link CosignState}. */
export const COSIGN_STATE_LABELS: Record<CosignState, string> = {
  invited: '待确认',
  confirmed: '已联名',
  declined: '未参加',
};

/** What a contributor says to the text of a sector voice before it is sent. */
export const CONTRIBUTION_STATES = ['pending', 'agreed', 'objected'] as const;
export type ContributionState = (typeof CONTRIBUTION_STATES)[number];

/** Chinese words for {@link ContributionState}. */
export const CONTRIBUTION_STATE_LABELS: Record<ContributionState, string> = {
  pending: '待回应',
  agreed: '同意',
  objected: '有不同意见',
};
