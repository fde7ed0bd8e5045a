import { LIMITS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, holds } from '../../platform/abilities/actor.js';
import { Database } from '../../platform/database/database.js';
import { actionNotAllowed, notFound, versionConflict } from '../../platform/problems/problem.js';
import { AnswerTemplate, OFFICE_OWNER } from './answer-template.entity.js';
import type { AnswerTemplateView, ChangeAnswerTemplate, CreateAnswerTemplate } from './answer-templates.dto.js';

/** As whom an actor keeps templates: a member for oneself, the office for all. A member comes first when one is both. */
function ownerOf(actor: Actor): string {
  return actor.memberId ?? (holds(actor, 'office') ? OFFICE_OWNER : '');
}

function view({ id, title, text, ownerId, version }: AnswerTemplate): AnswerTemplateView {
  return { id, title, text, owner: ownerId === OFFICE_OWNER ? 'office' : 'self', version };
}

/** Answer templates: a member's own and the office's. */
@Injectable()
export class AnswerTemplatesService {
  constructor(private readonly database: Database) {}

  /** The own templates and the office's, in the order in which they were made. */
  async list(actor: Actor): Promise<AnswerTemplateView[]> {
    const ownerId = In([ownerOf(actor), OFFICE_OWNER]);
    return (await this.database.read.find(AnswerTemplate, { where: { ownerId }, order: { id: 'ASC' } })).map(view);
  }

  /** Adds a template. @throws {Problem} 409 when the owner has as many as one may have. */
  async create(actor: Actor, input: CreateAnswerTemplate): Promise<AnswerTemplateView> {
    const ownerId = ownerOf(actor);
    return this.database.write(async (manager) => {
      if ((await manager.countBy(AnswerTemplate, { ownerId })) >= LIMITS.templatesPerOwner) {
        throw actionNotAllowed(`最多保存 ${LIMITS.templatesPerOwner} 个模板，请先删去不用的。`);
      }
      const template = { ...input, id: uuidv7(), ownerId, version: 1 };
      await manager.insert(AnswerTemplate, { ...template });
      return view(template);
    });
  }

  /** Changes an own template. @throws {Problem} 404 when it is not one's own, 409 for a stale version. */
  async change(actor: Actor, id: string, { version, ...change }: ChangeAnswerTemplate): Promise<AnswerTemplateView> {
    const own = { id, ownerId: ownerOf(actor) };
    return this.database.write(async (manager) => {
      const template = await manager.findOneBy(AnswerTemplate, own);
      if (!template) throw notFound('这个模板');
      const { affected } = await manager.update(AnswerTemplate, { ...own, version }, change);
      if (!affected) throw versionConflict({ ...view(template) });
      return view(await manager.findOneByOrFail(AnswerTemplate, own));
    });
  }

  /** Deletes an own template. @throws {Problem} 404 when it is not one's own. */
  async remove(actor: Actor, id: string): Promise<void> {
    const { affected } = await this.database.write((manager) =>
      manager.delete(AnswerTemplate, { id, ownerId: ownerOf(actor) }),
    );
    if (!affected) throw notFound('这个模板');
  }
}
