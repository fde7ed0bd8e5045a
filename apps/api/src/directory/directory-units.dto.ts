import { LIMITS } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import {
  BooleanField,
  BooleanQueryField,
  ChoiceField,
  TextField,
  VersionField,
  WholeNumberField,
} from '../platform/http/fields.js';

/** What members are grouped by: sector 界别, special committee 专门委员会, township 乡镇(街道). */
export const UNIT_KINDS = ['sector', 'committee', 'township'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Chinese words for {@link UnitKind}, which also head the roster's columns. */
export const UNIT_KIND_LABELS: Record<UnitKind, string> = {
  sector: '界别',
  committee: '专门委员会',
  township: '乡镇(街道)',
};

/** A sector, special committee or township. */
export class DirectoryUnit {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' })
  kind: UnitKind;

  @ApiProperty()
  name: string;

  /** Place in lists, from 1. */
  @ApiProperty({ type: 'integer' })
  position: number;

  /** Offered for choosing; one that is not stays with the members who have it. */
  @ApiProperty()
  active: boolean;

  /** Active members. */
  @ApiProperty({ type: 'integer' })
  memberCount: number;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** A unit as members carry it. */
export class UnitReference {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

/** Which units to list. */
export class DirectoryUnitsQuery {
  @ChoiceField({ label: '类别', of: UNIT_KINDS, optional: true, name: 'UnitKind' })
  kind?: UnitKind;

  /** Also those no longer in use; only for the office. */
  @BooleanQueryField({ label: '包括已停用的', optional: true })
  includeInactive?: boolean;
}

/** A new unit; it goes to the end of its kind. */
export class CreateDirectoryUnit {
  @ChoiceField({ label: '类别', of: UNIT_KINDS, name: 'UnitKind' })
  kind: UnitKind;

  @TextField({ label: '名称', max: LIMITS.directoryName })
  name: string;
}

/** Change of a unit. */
export class ChangeDirectoryUnit {
  @TextField({ label: '名称', max: LIMITS.directoryName, optional: true })
  name?: string;

  @WholeNumberField({ label: '排列位置', min: 1, max: 10_000, optional: true })
  position?: number;

  @BooleanField({ label: '是否启用', optional: true })
  active?: boolean;

  @VersionField()
  version: number;
}
