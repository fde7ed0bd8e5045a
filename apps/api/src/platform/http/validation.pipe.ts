import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldProblem, Problem } from '../problems/problem.js';

function flatten(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = parent ? `${parent}.${error.property}` : error.property;
    const children = flatten(error.children ?? [], path);
    if (children.length > 0) return children;
    const [code, message] = Object.entries(error.constraints ?? {}).at(-1) ?? ['invalid', ''];
    return code === 'whitelistValidation'
      ? [{ field: path, code: 'unknown_field', message: `不认识的字段 ${path.slice(0, 60)}，请删去后再提交。` }]
      : [{ field: path, code, message }];
  });
}

/** Checks every input against its DTO: unknown fields refused, all wrong fields named at once with Chinese sentences. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => {
      const problems = flatten(errors);
      return new Problem({
        status: 422,
        code: 'validation_failed',
        detail:
          problems.length === 1 && problems[0]
            ? problems[0].message
            : `有 ${problems.length} 处需要修改，请按提示改正后再提交。`,
        errors: problems,
      });
    },
  });
}
