import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The access token of the mini-program, shared by all copies of the API. */
@Entity('wechat_access_tokens')
export class AccessToken {
  @PrimaryColumn('varchar', { length: 64 })
  appId: string;

  /** WeChat asks for room for at least 512 characters. */
  @Column('varchar', { length: 1024 })
  token: string;

  @Column('datetime', { precision: 3 })
  expiresAt: Date;
}
