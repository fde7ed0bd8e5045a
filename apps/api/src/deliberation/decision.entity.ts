import type { DecisionOutcome, DecisionUse } from '@lianxin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What the chairpersons' meeting decided on an item. The one in force is the highest revision that is signed; a revision without a
 * signature waits for a second person. A signed revision never changes.
 */
@Entity('decisions')
@Index('ux_decisions_revision', ['itemId', 'revision'], { unique: true })
export class Decision {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  itemId: string;

  /** 1, 2, 3 … */
  @Column('int')
  revision: number;

  @Column('varchar', { length: 16 })
  outcome: DecisionOutcome;

  @Column('text')
  reason: string;

  @Column('varchar', { length: 30, nullable: true })
  use: DecisionUse | null;

  @Column('varchar', { length: 60, nullable: true })
  responsibleBody: string | null;

  /** By when the responsible body is done, `YYYY-MM-DD`. */
  @Column('varchar', { length: 10, nullable: true })
  dueDate: string | null;

  /** Why an earlier decision is replaced. */
  @Column('varchar', { length: 500, nullable: true })
  correctionReason: string | null;

  @Column('varchar', { length: 36 })
  recordedBy: string;

  @Column('datetime', { precision: 3 })
  recordedAt: Date;

  @Column('varchar', { length: 36, nullable: true })
  signedBy: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  signedAt: Date | null;

  /** When the members behind the item were told of it. */
  @Column('datetime', { precision: 3, nullable: true })
  fedBackAt: Date | null;
}
