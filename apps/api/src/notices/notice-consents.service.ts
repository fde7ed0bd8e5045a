import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { Actor } from '../platform/abilities/actor.js';
import { Database } from '../platform/database/database.js';
import { NoticeConsent } from './notice-consent.entity.js';
import { NOTICE_TEMPLATES, type NoticeTemplate } from './notice-kinds.js';
import type { NoticeConsentAnswer, NoticeConsents } from './notices.dto.js';

/** More than this is of no use to anyone, and a count too high only leads to refused messages. */
const MOST_CONSENTS = 20;

/** Counts how many subscribe messages of each template a person has agreed to and not had yet. */
@Injectable()
export class NoticeConsentsService {
  constructor(private readonly database: Database) {}

  /** The counts of all templates. */
  async list({ accountId }: Pick<Actor, 'accountId'>): Promise<NoticeConsents> {
    const stored = await this.database.read.findBy(NoticeConsent, { accountId });
    const remaining = new Map(stored.map((consent) => [consent.template, consent.remaining]));
    return { items: NOTICE_TEMPLATES.map((template) => ({ template, remaining: remaining.get(template) ?? 0 })) };
  }

  /** Adds one for each template accepted. */
  async give(actor: Pick<Actor, 'accountId'>, answers: readonly NoticeConsentAnswer[]): Promise<NoticeConsents> {
    const accepted = new Set(answers.filter((answer) => answer.accepted).map(({ template }) => template));
    return this.database.write(async (manager) => {
      for (const template of accepted) {
        await manager
          .createQueryBuilder()
          .insert()
          .into(NoticeConsent)
          .values({ accountId: actor.accountId, template, remaining: 0 })
          .orIgnore()
          .execute();
        await manager
          .createQueryBuilder()
          .update(NoticeConsent)
          .set({ remaining: () => 'remaining + 1' })
          .where('accountId = :accountId AND template = :template AND remaining < :most', {
            accountId: actor.accountId,
            template,
            most: MOST_CONSENTS,
          })
          .execute();
      }
      return this.list(actor);
    });
  }

  /** True while one more message may be sent. */
  has(accountId: string, template: NoticeTemplate): Promise<boolean> {
    return this.database.read.existsBy(NoticeConsent, { accountId, template, remaining: MoreThan(0) });
  }

  /** Takes one off, in the transaction under way: a message went out. */
  async use(accountId: string, template: NoticeTemplate): Promise<void> {
    await this.database.write((manager) =>
      manager.decrement(NoticeConsent, { accountId, template, remaining: MoreThan(0) }, 'remaining', 1),
    );
  }

  /** WeChat says that there is no consent (43101): the person has withdrawn it, or the count was wrong. */
  async clear(accountId: string, template: NoticeTemplate): Promise<void> {
    await this.database.write((manager) => manager.update(NoticeConsent, { accountId, template }, { remaining: 0 }));
  }
}
