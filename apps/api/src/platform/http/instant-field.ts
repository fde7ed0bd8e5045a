import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, Matches, ValidateIf } from 'class-validator';

/** An instant: ISO 8601 with an offset (`2026-03-01T08:00:00+08:00`), so that it cannot be misread. */
export function InstantField({ label, nullable = false }: { label: string; nullable?: boolean }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date-time', nullable }),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
    Matches(/T.*(Z|[+-]\d{2}:\d{2})$/, { message: `${label}应带时区，例如 2026-03-01T08:00:00+08:00。` }),
    IsISO8601({ strict: true }, { message: `${label}不是有效的时间。` }),
  );
}
