import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import { ApiItems } from '../../platform/http/page-response.js';
import { Idempotent } from '../../platform/idempotency/idempotency.interceptor.js';
import { mayUseAnsweringAids } from '../desk.policy.js';
import { AnswerTemplateView, ChangeAnswerTemplate, CreateAnswerTemplate } from './answer-templates.dto.js';
import { AnswerTemplatesService } from './answer-templates.service.js';

/** Words that members answer with again and again. */
@ApiTags('mailbox')
@Controller('answer-templates')
@RequireAbility(mayUseAnsweringAids)
export class AnswerTemplatesController {
  constructor(private readonly templates: AnswerTemplatesService) {}

  @Get()
  @ApiItems(AnswerTemplateView)
  async list(@CurrentActor() actor: Actor): Promise<{ items: AnswerTemplateView[] }> {
    return { items: await this.templates.list(actor) };
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: AnswerTemplateView })
  create(@CurrentActor() actor: Actor, @Body() body: CreateAnswerTemplate): Promise<AnswerTemplateView> {
    return this.templates.create(actor, body);
  }

  @Patch(':id')
  @ApiOkResponse({ type: AnswerTemplateView })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeAnswerTemplate,
  ): Promise<AnswerTemplateView> {
    return this.templates.change(actor, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.templates.remove(actor, id);
  }
}
