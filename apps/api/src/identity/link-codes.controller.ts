import { LIMITS } from '@lianxin/shared';
import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import { BooleanQueryField, TextField } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/page-query.js';
import { ApiPage } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { IssuedLinkCode, MemberLinkView } from './identity.dto.js';
import { mayManageLinkCodes } from './identity.policy.js';
import { LinkCodesService } from './link-codes.service.js';

/** Which members to list. */
export class MemberLinksQuery extends PageQuery {
  @TextField({ label: '搜索词', max: LIMITS.query, optional: true })
  query?: string;

  /** Only those linked, or only those not linked. */
  @BooleanQueryField({ label: '是否已绑定', optional: true })
  linked?: boolean;
}

/** The one-time codes by which members link their WeChat account to the directory. */
@ApiTags('identity')
@Controller()
@RequireAbility(mayManageLinkCodes)
export class LinkCodesController {
  constructor(private readonly linkCodes: LinkCodesService) {}

  /** Members by name, and whether each is linked. */
  @Get('member-links')
  @ApiPage(MemberLinkView)
  list(@Query() query: MemberLinksQuery): Promise<Page<MemberLinkView>> {
    return this.linkCodes.listMembers(query);
  }

  /** Issues a code for a member; an unused older one stops working. */
  @Post('members/:memberId/link-codes')
  @Idempotent()
  @ApiCreatedResponse({ type: IssuedLinkCode })
  issue(@CurrentActor() actor: Actor, @Param('memberId', ParseUUIDPipe) memberId: string): Promise<IssuedLinkCode> {
    return this.linkCodes.issue(actor, memberId);
  }

  /** Withdraws an unused code. */
  @Delete('link-codes/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.linkCodes.withdraw(actor, id);
  }

  /** Unlinks a member's WeChat account, for example after a lost phone; its sessions end. */
  @Delete('members/:memberId/link')
  @HttpCode(204)
  @ApiNoContentResponse()
  unlink(@CurrentActor() actor: Actor, @Param('memberId', ParseUUIDPipe) memberId: string): Promise<void> {
    return this.linkCodes.unlink(actor, memberId);
  }
}
