import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { ApiItems } from '../../platform/http/page-response.js';
import { Idempotent } from '../../platform/idempotency/idempotency.interceptor.js';
import { mayKeepSharedLists, mayUseAnsweringAids } from '../desk.policy.js';
import { ChangeChannel, ChannelsQuery, ChannelView, CreateChannel } from './channels.dto.js';
import { ChannelsService } from './channels.service.js';

/** The channels to which letters are referred. */
@ApiTags('mailbox')
@Controller('channels')
export class ChannelsController {
  constructor(private readonly channels: ChannelsService) {}

  @Get()
  @RequireAbility(mayUseAnsweringAids)
  @ApiItems(ChannelView)
  async list(@Query() query: ChannelsQuery): Promise<{ items: ChannelView[] }> {
    return { items: await this.channels.list(query) };
  }

  @Post()
  @Idempotent()
  @RequireAbility(mayKeepSharedLists)
  @ApiCreatedResponse({ type: ChannelView })
  create(@Body() body: CreateChannel): Promise<ChannelView> {
    return this.channels.create(body);
  }

  @Patch(':id')
  @RequireAbility(mayKeepSharedLists)
  @ApiOkResponse({ type: ChannelView })
  change(@Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeChannel): Promise<ChannelView> {
    return this.channels.change(id, body);
  }
}
