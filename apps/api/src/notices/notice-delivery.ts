import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import { AccountsService } from '../identity/accounts.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, isUniqueViolation } from '../platform/database/database.js';
import { Outbox, TryAgainLater } from '../platform/outbox/outbox.js';
import { Settings } from '../platform/settings/settings.js';
import { WechatClient } from '../wechat/wechat-client.js';
import { WechatError } from '../wechat/wechat-error.js';
import { NoticeConsentsService } from './notice-consents.service.js';
import { LETTER_SCREENS, type LetterScreen, type NoticeTemplate } from './notice-kinds.js';
import { NOTICE_DELIVER, type NoticeInFlight } from './notices.service.js';
import { StoredNotice } from './stored-notice.entity.js';
import { subscribeData, subscribePage, TEMPLATE_SETTINGS } from './subscribe-templates.js';

/** Outbox topic on which subscribe messages are sent. */
export const NOTICE_SUBSCRIBE = 'notice.subscribe';

/** A subscribe message on the outbox; it tells the same as the notice. */
interface SubscribeInFlight {
  readonly noticeId: string;
  readonly accountId: string;
  readonly template: NoticeTemplate;
  readonly letterId: string;
  readonly as: LetterScreen;
  readonly reference: string;
  readonly subject: string;
}

const NO_CONSENT = 43101;
const OPENID_INVALID = 40003;

/**
 * Delivers notices from the outbox. In the app each appears exactly once: the notice and the order for its subscribe message are
 * written in one transaction, behind a unique key. The subscribe message goes out at least once.
 */
@Injectable()
export class NoticeDelivery implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly consents: NoticeConsentsService,
    private readonly accounts: AccountsService,
    private readonly wechat: WechatClient,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(NoticeDelivery.name);
  }

  /** Registers the two topics. */
  onModuleInit(): void {
    this.outbox.register(NOTICE_DELIVER, (notice: NoticeInFlight) => this.deliver(notice));
    this.outbox.register(NOTICE_SUBSCRIBE, (message: SubscribeInFlight) => this.send(message));
  }

  private async deliver(notice: NoticeInFlight): Promise<void> {
    const { accountId, dedupeKey, letterId = null, about, as = null, template = null, fields } = notice;
    const id = uuidv7();
    try {
      await this.database.write(async (manager) => {
        if (await manager.existsBy(StoredNotice, { accountId, dedupeKey })) return;
        await manager.insert(StoredNotice, {
          id,
          accountId,
          dedupeKey,
          kind: notice.kind,
          title: notice.title,
          text: notice.text,
          letterId,
          aboutKind: about?.kind ?? null,
          aboutId: about?.id ?? null,
          as,
          at: new Date(notice.at),
          unread: true,
          readAt: null,
          template,
          sentAt: null,
        });
        const screen = LETTER_SCREENS.find((name) => name === as);
        if (!template || !letterId || !screen || !fields) return;
        if (!(await this.consents.has(accountId, template))) return;
        const message: SubscribeInFlight = { noticeId: id, accountId, template, letterId, as: screen, ...fields };
        await this.outbox.emit(NOTICE_SUBSCRIBE, message);
      });
    } catch (error) {
      // Another dispatcher has delivered the same one at the same moment.
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** @throws {TryAgainLater} while WeChat does not answer, and the error itself when the templates are not set up rightly. */
  private async send(message: SubscribeInFlight): Promise<void> {
    const { noticeId, accountId, template } = message;
    const notice = await this.database.read.findOneBy(StoredNotice, { id: noticeId });
    if (!notice || notice.sentAt || !(await this.consents.has(accountId, template))) return;
    const openid = await this.accounts.openidOf(accountId);
    if (!openid) return;
    try {
      await this.wechat.sendSubscribeMessage({
        openid,
        templateId: this.settings[TEMPLATE_SETTINGS[template].id],
        page: subscribePage(message.as, message.letterId),
        data: subscribeData(this.settings[TEMPLATE_SETTINGS[template].fields], {
          reference: message.reference,
          subject: message.subject,
          hint: notice.title,
          at: notice.at,
        }),
      });
    } catch (error) {
      return this.refused(error, message);
    }
    await this.database.write(async (manager) => {
      const { affected } = await manager.update(StoredNotice, { id: noticeId }, { sentAt: this.clock.now() });
      if (affected) await this.consents.use(accountId, template);
    });
  }

  private async refused(error: unknown, { accountId, template }: SubscribeInFlight): Promise<void> {
    if (!(error instanceof WechatError)) throw error;
    if (error.remedy === 'wait') throw new TryAgainLater(`WeChat ${error.code}`);
    if (error.code !== NO_CONSENT && error.code !== OPENID_INVALID) throw error;
    this.logger.info({ template, code: error.code }, 'a subscribe message was refused');
    await this.consents.clear(accountId, template);
  }
}
