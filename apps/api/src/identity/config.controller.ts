import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { anybody, RequireAbility } from '../platform/abilities/ability.js';
import { Settings } from '../platform/settings/settings.js';
import { ProductConfig } from './identity.dto.js';

/** What a client must know before anyone signs in. */
@ApiTags('identity')
@Controller('config')
export class ConfigController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @RequireAbility(anybody)
  @ApiOkResponse({ type: ProductConfig })
  show(): ProductConfig {
    return {
      demonstration: this.settings.DEMONSTRATION,
      firstAnswerWorkingDays: this.settings.FIRST_ANSWER_WORKING_DAYS,
      closingWorkingDays: this.settings.CLOSING_WORKING_DAYS,
      reopenDays: this.settings.REOPEN_DAYS,
      noticeTemplates: {
        letter_received: this.settings.WECHAT_TEMPLATE_LETTER_RECEIVED,
        letter_answered: this.settings.WECHAT_TEMPLATE_LETTER_ANSWERED,
        letter_due: this.settings.WECHAT_TEMPLATE_LETTER_DUE,
        letter_status: this.settings.WECHAT_TEMPLATE_LETTER_STATUS,
      },
    };
  }
}
