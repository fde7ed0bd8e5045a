import { LIMITS } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { TextField, VersionField } from '../../platform/http/fields.js';

/** Whose a template is, seen by the one who asks. */
export const TEMPLATE_OWNERS = ['self', 'office'] as const;
export type TemplateOwner = (typeof TEMPLATE_OWNERS)[number];

/** An answer template. */
export class AnswerTemplateView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ enum: TEMPLATE_OWNERS, enumName: 'TemplateOwner' })
  owner: TemplateOwner;

  @ApiProperty({ type: 'integer' })
  version: number;
}

/** A new template: a member's own, or the office's when the office writes it. */
export class CreateAnswerTemplate {
  @TextField({ label: '模板名称', max: LIMITS.templateTitle })
  title: string;

  @TextField({ label: '模板内容', max: LIMITS.templateText })
  text: string;
}

/** Change of a template. */
export class ChangeAnswerTemplate {
  @TextField({ label: '模板名称', max: LIMITS.templateTitle, optional: true })
  title?: string;

  @TextField({ label: '模板内容', max: LIMITS.templateText, optional: true })
  text?: string;

  @VersionField()
  version: number;
}
