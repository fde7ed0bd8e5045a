import { textLength } from '@lianxin/shared';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** What every field declares: its Chinese name for error sentences, whether it may be left out or null. */
interface FieldOptions {
  label: string;
  optional?: boolean;
  nullable?: boolean;
  description?: string;
}

/** Characters that show nothing: control, format (zero-width and such), separators. */
const INVISIBLE = /[\p{C}\p{Z}\s\u115F\u1160\u3164\uFFA0\u2800]/gu;
/** Control characters that no keyboard types; line feed and tab stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
/** Something that looks like a tag of a web page. A plain "<" as in "气温<0" is fine. */
const MARKUP = /<\/?[a-z!][^>]*>?/i;

function optionality({ optional, nullable }: FieldOptions): PropertyDecorator[] {
  if (optional && nullable) return [IsOptional()];
  if (optional) return [ValidateIf((_, value) => value !== undefined)];
  if (nullable) return [ValidateIf((_, value) => value !== null)];
  return [];
}

function described(options: FieldOptions, api: ApiPropertyOptions): PropertyDecorator {
  return ApiProperty({
    ...api,
    ...(options.description && { description: options.description }),
    required: !options.optional,
    ...(options.nullable && { nullable: true }),
  } as ApiPropertyOptions);
}

function field(options: FieldOptions, api: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  return applyDecorators(described(options, api), ...optionality(options), ...checks);
}

function textRule(name: string, message: string, validate: (value: string) => boolean): PropertyDecorator {
  return ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || validate(value),
      defaultMessage: () => message,
    },
  });
}

/**
 * A text of people: trimmed, in Unicode NFC, counted in characters as a person counts them. Refuses what shows nothing, control
 * characters, broken characters and web page markup.
 */
export function TextField(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  const { label, max } = options;
  const min = options.min ?? 1;
  return field(
    options,
    { type: String, maxLength: max, minLength: min },
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && value.isWellFormed() ? value.normalize('NFC').trim() : value,
    ),
    IsString({ message: `${label}应为文字。` }),
    textRule('maxLength', `${label}不能超过 ${max} 个字，请删减后再提交。`, (value) => textLength(value) <= max),
    textRule(
      'minLength',
      min <= 1 ? `请填写${label}。` : `${label}至少要 ${min} 个字。`,
      (value) => min === 0 || textLength(value.replace(INVISIBLE, '')) >= min,
    ),
    textRule(
      'characters',
      `${label}里有无法显示的字符，请删去后再提交。`,
      (value) => value.isWellFormed() && !CONTROL.test(value),
    ),
    textRule('markup', `${label}里请不要粘贴网页代码（如 <b>），直接写文字即可。`, (value) => !MARKUP.test(value)),
  );
}

/** A password: taken as it is, never trimmed. */
export function PasswordField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const { label, min, max } = options;
  return field(
    options,
    { type: String, format: 'password', minLength: min, maxLength: max },
    IsString({ message: `请填写${label}。` }),
    textRule(
      'length',
      `${label}应为 ${min} 到 ${max} 个字符。`,
      (value) => textLength(value) >= min && textLength(value) <= max,
    ),
  );
}

/** A token or code of a fixed form, such as a one-time code. */
export function CodeField(options: FieldOptions & { pattern: RegExp }): PropertyDecorator {
  return field(
    options,
    { type: String },
    IsString({ message: `请填写${options.label}。` }),
    Matches(options.pattern, { message: `${options.label}的格式不对，请检查后重填。` }),
  );
}

/** The id of another resource. */
export function IdField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'uuid' },
    IsUUID(undefined, { message: `${options.label}无效，请重新选择。` }),
  );
}

/** A list of different ids. */
export function IdListField(options: FieldOptions & { max: number }): PropertyDecorator {
  const { label, max } = options;
  return field(
    options,
    { type: [String], format: 'uuid', maxItems: max },
    IsArray({ message: `${label}应为列表。` }),
    ArrayMaxSize(max, { message: `${label}最多 ${max} 个。` }),
    ArrayUnique({ message: `${label}里有重复的。` }),
    IsUUID(undefined, { each: true, message: `${label}里有无效的，请重新选择。` }),
  );
}

/** One of a fixed list of words. */
export function ChoiceField(options: FieldOptions & { of: readonly string[]; name?: string }): PropertyDecorator {
  return field(
    options,
    { enum: [...options.of], ...(options.name && { enumName: options.name }) } as ApiPropertyOptions,
    IsIn(options.of, { message: `${options.label}只能从给出的选项里选。` }),
  );
}

/** Yes or no. */
export function BooleanField(options: FieldOptions): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean({ message: `请选择${options.label}。` }));
}

/** Yes or no in a query string: `true` or `false`. */
export function BooleanQueryField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: Boolean },
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean({ message: `${options.label}只能是 true 或 false。` }),
  );
}

/** A whole number within limits. In a query string digits are read as a number. */
export function WholeNumberField(
  options: FieldOptions & { min: number; max: number; default?: number },
): PropertyDecorator {
  const { label, min, max } = options;
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max, ...(options.default !== undefined && { default: options.default }) },
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IsInt({ message: `${label}应为整数。` }),
    Min(min, { message: `${label}不能小于 ${min}。` }),
    Max(max, { message: `${label}不能大于 ${max}。` }),
  );
}

/** The version of the resource that a change is based on; a stale one gets 409. */
export function VersionField(): PropertyDecorator {
  return field(
    { label: '版本号', description: 'The version that this change is based on.' },
    { type: 'integer', minimum: 1 },
    IsInt({ message: '缺少版本号，请刷新后重试。' }),
    Min(1, { message: '版本号无效，请刷新后重试。' }),
  );
}

/** A number within limits, such as a latitude in degrees. */
export function NumberField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const { label, min, max } = options;
  return field(
    options,
    { type: Number, minimum: min, maximum: max },
    IsNumber({ allowNaN: false, allowInfinity: false }, { message: `${label}应为数字。` }),
    Min(min, { message: `${label}不能小于 ${min}。` }),
    Max(max, { message: `${label}不能大于 ${max}。` }),
  );
}

/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. */
export function DayField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'date' },
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: `${options.label}应为日期，例如 2026-03-01。` }),
    IsISO8601({ strict: true }, { message: `${options.label}不是有效的日期。` }),
  );
}

/** An object with fields of its own. */
export function NestedField(options: FieldOptions & { type: () => new () => object }): PropertyDecorator {
  return field(
    options,
    { type: options.type },
    ValidateBy({
      name: 'object',
      validator: {
        validate: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
        defaultMessage: () => `${options.label}的格式不对。`,
      },
    }),
    ValidateNested({ message: `${options.label}填写有误。` }),
    Type(options.type),
  );
}

/** A list of objects with fields of their own. */
export function NestedListField(
  options: FieldOptions & { type: () => new () => object; max: number; min?: number },
): PropertyDecorator {
  const { label, max, min = 0 } = options;
  return field(
    options,
    { type: options.type, isArray: true, maxItems: max } as ApiPropertyOptions,
    IsArray({ message: `${label}应为列表。` }),
    ArrayMinSize(min, { message: `${label}至少要有 ${min} 项。` }),
    ArrayMaxSize(max, { message: `${label}最多 ${max} 项。` }),
    ValidateNested({ each: true, message: `${label}填写有误。` }),
    Type(options.type),
  );
}
