import { ApiProperty } from '@nestjs/swagger';
import { BooleanField } from '../platform/http/fields.js';

/** A roster is checked first and imported only when somebody confirms it. */
export const ROSTER_STATES = ['checked', 'imported'] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

/** One thing that is wrong in a roster. */
export class RosterProblem {
  /** The row as Excel numbers it. */
  @ApiProperty({ type: 'integer' })
  row: number;

  /** The column's Chinese heading. */
  @ApiProperty()
  column: string;

  /** What stands there, shortened; null for nothing. */
  @ApiProperty({ type: String, nullable: true })
  value: string | null;

  /** A Chinese sentence: what is wrong and how to put it right. */
  @ApiProperty()
  reason: string;
}

/** An uploaded roster: what importing it will do, or did. */
export class Roster {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  fileName: string;

  @ApiProperty({ enum: ROSTER_STATES, enumName: 'RosterState' })
  state: RosterState;

  @ApiProperty({ format: 'date-time' })
  uploadedAt: string;

  /** Filled rows below the headings. */
  @ApiProperty({ type: 'integer' })
  rows: number;

  @ApiProperty({ type: 'integer' })
  toCreate: number;

  @ApiProperty({ type: 'integer' })
  toUpdate: number;

  @ApiProperty({ type: 'integer' })
  unchanged: number;

  /** Rows named here are not imported. */
  @ApiProperty({ type: [RosterProblem] })
  problems: RosterProblem[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  importedAt: string | null;
}

/** The word to go. */
export class ConfirmRoster {
  /** Import the good rows although others have problems. */
  @BooleanField({ label: '跳过有问题的行' })
  skipProblems: boolean;
}
