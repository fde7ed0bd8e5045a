import { LIMITS } from '@lianxin/shared';
import { CodeField, TextField } from '../platform/http/fields.js';

/** The cells of one row of a roster, checked by the same rules as any other input. Cells left empty are empty texts. */
export class RosterCells {
  @CodeField({ label: '编号', pattern: new RegExp(`^[A-Za-z0-9-]{1,${LIMITS.memberNumber}}$`) })
  number: string;

  @TextField({ label: '姓名', max: LIMITS.personName })
  name: string;

  @TextField({ label: '工作单位', max: LIMITS.workUnit })
  workUnit: string;

  @TextField({ label: '职务', max: LIMITS.post, min: 0 })
  post: string;

  @TextField({ label: '专业领域', max: LIMITS.field, min: 0 })
  field: string;

  @TextField({ label: '界别', max: LIMITS.directoryName })
  sector: string;

  @TextField({ label: '专门委员会', max: LIMITS.directoryName, min: 0 })
  committee: string;

  @TextField({ label: '乡镇(街道)', max: LIMITS.directoryName, min: 0 })
  township: string;

  @TextField({ label: '届次', max: LIMITS.term })
  term: string;

  @TextField({ label: '简介', max: LIMITS.bio, min: 0 })
  bio: string;
}

/** A column of the roster: its heading, its width in characters, and what the instruction sheet says of it. */
export interface RosterColumn {
  readonly key: keyof RosterCells;
  readonly heading: string;
  readonly width: number;
  readonly instruction: string;
  readonly example: string;
}

/** The roster's columns in their order. */
export const ROSTER_COLUMNS: readonly RosterColumn[] = [
  {
    key: 'number',
    heading: '编号',
    width: 12,
    instruction: `必填。字母、数字或短横线，不超过 ${LIMITS.memberNumber} 个字符，不能重复。再次导入时按编号更新，不会重复建档。`,
    example: 'LX-0001',
  },
  {
    key: 'name',
    heading: '姓名',
    width: 12,
    instruction: `必填。不超过 ${LIMITS.personName} 个字。`,
    example: '林示范',
  },
  {
    key: 'workUnit',
    heading: '工作单位',
    width: 28,
    instruction: `必填。不超过 ${LIMITS.workUnit} 个字。`,
    example: '连心县人民医院',
  },
  {
    key: 'post',
    heading: '职务',
    width: 18,
    instruction: `可不填。不超过 ${LIMITS.post} 个字。`,
    example: '副主任医师',
  },
  {
    key: 'field',
    heading: '专业领域',
    width: 22,
    instruction: `可不填。不超过 ${LIMITS.field} 个字，多项用顿号隔开；群众写信时按它推荐委员。`,
    example: '基层医疗、慢性病防治',
  },
  {
    key: 'sector',
    heading: '界别',
    width: 20,
    instruction: '必填。须与系统里的界别名称一致。',
    example: '医药卫生界',
  },
  {
    key: 'committee',
    heading: '专门委员会',
    width: 20,
    instruction: '可不填。须与系统里的专门委员会名称一致。',
    example: '教科卫体委员会',
  },
  {
    key: 'township',
    heading: '乡镇(街道)',
    width: 16,
    instruction: '可不填。须与系统里的乡镇(街道)名称一致。',
    example: '城关镇',
  },
  {
    key: 'term',
    heading: '届次',
    width: 12,
    instruction: `必填。不超过 ${LIMITS.term} 个字。`,
    example: '第十届',
  },
  {
    key: 'bio',
    heading: '简介',
    width: 50,
    instruction: `可不填。不超过 ${LIMITS.bio} 个字，会显示在委员主页上。`,
    example: '从事基层医疗二十年，关注村卫生室建设。',
  },
];

/** The Chinese heading of a column. */
export function headingOf(key: keyof RosterCells): string {
  return ROSTER_COLUMNS.find((column) => column.key === key)?.heading ?? key;
}
