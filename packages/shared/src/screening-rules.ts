/**
 * The rules by which texts and photos are withheld: WeChat's kinds of risk (`label` of msgSecCheck and mediaCheckAsync, version 2)
 * in plain words. The office withholds by the same rules.
 */
export const SCREENING_RULES = {
  advertising: { label: 10001, name: '含有广告推广内容' },
  politics: { label: 20001, name: '含有不当时政内容' },
  pornography: { label: 20002, name: '含有色情内容' },
  abuse: { label: 20003, name: '含有辱骂攻击内容' },
  crime: { label: 20006, name: '含有违法犯罪内容' },
  fraud: { label: 20008, name: '含有欺诈内容' },
  vulgarity: { label: 20012, name: '含有低俗内容' },
  copyright: { label: 20013, name: '涉嫌侵犯版权' },
  other: { label: 21000, name: '含有其他不适宜公开的内容' },
} as const satisfies Record<string, { label: number; name: string }>;
export type ScreeningRuleCode = keyof typeof SCREENING_RULES;
export const SCREENING_RULE_CODES = Object.keys(SCREENING_RULES) as ScreeningRuleCode[];

/** WeChat's label for "nothing found". */
export const NORMAL_LABEL = 100;

/** The rule of a WeChat label; a label that is not known counts as `other`. */
export function screeningRuleOfLabel(label: number): ScreeningRuleCode {
  return SCREENING_RULE_CODES.find((code) => SCREENING_RULES[code].label === label) ?? 'other';
}

/** The Chinese name of a rule code, or null for none. */
export function screeningRuleName(code: string | null): string | null {
  if (code === null) return null;
  return SCREENING_RULES[code as ScreeningRuleCode]?.name ?? SCREENING_RULES.other.name;
}
