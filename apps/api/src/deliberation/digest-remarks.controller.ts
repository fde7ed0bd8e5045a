import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { ApiItems } from '../platform/http/page-response.js';
import { Idempotent } from '../platform/idempotency/idempotency.interceptor.js';
import { WriteRemark } from './digests.dto.js';
import { mayDecide, mayRemark } from './digests.policy.js';
import { RemarkView } from './digests.views.js';
import { RemarksService } from './remarks.service.js';

/** What leaders remark on a digest. */
@ApiTags('deliberation')
@Controller('digests/:id/remarks')
export class DigestRemarksController {
  constructor(private readonly remarks: RemarksService) {}

  /** All remarks on a digest, oldest first. */
  @Get()
  @RequireAbility(mayDecide)
  @ApiItems(RemarkView)
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<{ items: RemarkView[] }> {
    return { items: await this.remarks.list(actor, id) };
  }

  /** Leaves a remark on the digest or on one of its items. */
  @Post()
  @Idempotent()
  @RequireAbility(mayRemark)
  @ApiCreatedResponse({ type: RemarkView })
  write(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WriteRemark,
  ): Promise<RemarkView> {
    return this.remarks.write(actor, id, body);
  }
}
