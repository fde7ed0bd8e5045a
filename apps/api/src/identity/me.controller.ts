import { Body, Controller, Get, HttpCode, Ip, Patch, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility, signedIn } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { AccountsService } from './accounts.service.js';
import { AccountView, ChangeAccount, ChangePassword, LinkMember } from './identity.dto.js';
import { LinkCodesService } from './link-codes.service.js';

/** The own account. */
@ApiTags('identity')
@Controller('me')
@RequireAbility(signedIn)
export class MeController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly linkCodes: LinkCodesService,
  ) {}

  /** The own account with all roles. */
  @Get()
  @ApiOkResponse({ type: AccountView })
  show(@CurrentActor() actor: Actor): Promise<AccountView> {
    return this.accounts.view(actor.accountId);
  }

  /** Changes name, township or sector. @throws {Problem} 409 for a stale version. */
  @Patch()
  @ApiOkResponse({ type: AccountView })
  change(@CurrentActor() actor: Actor, @Body() body: ChangeAccount): Promise<AccountView> {
    return this.accounts.change(actor, body);
  }

  /** Changes the password and ends all other sessions. @throws {Problem} 422 when the present one is wrong. */
  @Put('password')
  @HttpCode(204)
  @ApiNoContentResponse()
  changePassword(@CurrentActor() actor: Actor, @Body() body: ChangePassword): Promise<void> {
    return this.accounts.changePassword(actor, body);
  }

  /** Links this account to a directory entry. @throws {Problem} 422 for an unknown, used or expired code, 429 after too many tries. */
  @Post('member-link')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountView })
  linkMember(@CurrentActor() actor: Actor, @Body() body: LinkMember, @Ip() address: string): Promise<AccountView> {
    return this.linkCodes.redeem(actor, body.code, address);
  }
}
