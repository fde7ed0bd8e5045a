import { LIMITS } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, BooleanQueryField, TextField, VersionField } from '../../platform/http/fields.js';

/** A channel to which letters are referred. */
export class ChannelView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  contact: string;

  @ApiProperty()
  scope: string;

  /** Can be chosen. */
  @ApiProperty()
  active: boolean;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** Which channels to list. */
export class ChannelsQuery {
  @BooleanQueryField({ label: '是否包括停用的', optional: true })
  includeInactive?: boolean;
}

/** A new channel. */
export class CreateChannel {
  @TextField({ label: '渠道名称', max: LIMITS.channelName })
  name: string;

  @TextField({ label: '联系方式', max: LIMITS.channelContact })
  contact: string;

  @TextField({ label: '受理范围', max: LIMITS.channelScope })
  scope: string;
}

/** Change of a channel. */
export class ChangeChannel {
  @TextField({ label: '渠道名称', max: LIMITS.channelName, optional: true })
  name?: string;

  @TextField({ label: '联系方式', max: LIMITS.channelContact, optional: true })
  contact?: string;

  @TextField({ label: '受理范围', max: LIMITS.channelScope, optional: true })
  scope?: string;

  @BooleanField({ label: '是否启用', optional: true })
  active?: boolean;

  @VersionField()
  version: number;
}
