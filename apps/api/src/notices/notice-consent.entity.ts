import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeTemplate } from './notice-kinds.js';

/** The product's own count of the subscribe messages that a person has agreed to and not had yet: WeChat does not tell it (design §10). */
@Entity('notice_consents')
export class NoticeConsent {
  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  @PrimaryColumn('varchar', { length: 20 })
  template: NoticeTemplate;

  @Column('int')
  remaining: number;
}
