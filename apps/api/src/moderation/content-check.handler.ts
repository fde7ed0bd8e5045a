import { NORMAL_LABEL } from '@lianxin/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountsService } from '../identity/accounts.service.js';
import { PhotosService } from '../photos/photos.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Outbox, TryAgainLater } from '../platform/outbox/outbox.js';
import type { OutboxMessage } from '../platform/outbox/outbox-message.entity.js';
import { MEDIA_CHECKED, type MediaChecked } from '../wechat/media-checked.js';
import { CHECK_SCENES, type CheckResult, WechatClient } from '../wechat/wechat-client.js';
import { WechatError } from '../wechat/wechat-error.js';
import { CheckedContent } from './checked-content.entity.js';
import { ContentCheck, TEXT_PART } from './content-check.entity.js';
import { CONTENT_CHECK } from './content-checks.js';
import { ContentVerdicts } from './content-verdicts.js';
import { piecesOf } from './pieces.js';

/** WeChat promises the result of a picture within 30 minutes; without it the product asks again. */
const RESULT_WITHIN_MILLISECONDS = 30 * 60_000;
/** A result may be here before the trace id it belongs to is stored: it is tried again for this long. */
const UNKNOWN_TRACE_MILLISECONDS = 10 * 60_000;
const UNKNOWN_TRACE_RETRY_SECONDS = 5;
/** What a letter is nearest to among WeChat's scenes: words from one person to another. */
const SCENE = CHECK_SCENES.social;
/** How grave each judgement is: of several pieces the gravest counts. */
const GRAVITY = { pass: 0, review: 1, risky: 2 } as const;

/**
 * Sends texts and photos to WeChat's checks and takes the results in. It may be killed between any two steps and run twice: each
 * part is asked for until it has a result, and a result counts once.
 */
@Injectable()
export class ContentCheckHandler implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly verdicts: ContentVerdicts,
    private readonly wechat: WechatClient,
    private readonly accounts: AccountsService,
    private readonly photos: PhotosService,
    private readonly clock: Clock,
  ) {}

  /** Registers the two topics. */
  onModuleInit(): void {
    this.outbox.register(CONTENT_CHECK, (payload: { messageId: string }) => this.check(payload.messageId));
    this.outbox.register(MEDIA_CHECKED, (payload: MediaChecked, message) => this.takeResult(payload, message));
  }

  /**
   * Asks WeChat about every part of a message that has no result. Who has no WeChat account, or has not used the mini-program for
   * two hours, cannot be checked by machine: the office decides.
   * @throws {TryAgainLater} while WeChat does not answer.
   */
  private async check(messageId: string): Promise<void> {
    const content = await this.database.read.findOneBy(CheckedContent, { messageId });
    if (content?.state !== 'checking') return;
    const openid = await this.accounts.openidOf(content.accountId);
    if (!openid) return this.verdicts.handToOffice(messageId);
    try {
      await this.checkText(content, openid);
      await this.askForPhotos(messageId, openid);
    } catch (error) {
      if (!(error instanceof WechatError)) throw error;
      if (error.remedy !== 'refused') throw new TryAgainLater(`WeChat ${error.code}`);
      await this.verdicts.handToOffice(messageId);
    }
  }

  private async checkText({ messageId, title, text }: CheckedContent, openid: string): Promise<void> {
    const waiting = { messageId, part: TEXT_PART, state: 'waiting' } as const;
    if (!(await this.database.read.existsBy(ContentCheck, waiting))) return;
    let gravest: CheckResult = { suggest: 'pass', label: NORMAL_LABEL };
    for (const content of piecesOf(text)) {
      const result = await this.wechat.msgSecCheck({ openid, scene: SCENE, content, ...(title && { title }) });
      if (GRAVITY[result.suggest] > GRAVITY[gravest.suggest]) gravest = result;
    }
    await this.verdicts.record(messageId, TEXT_PART, gravest);
  }

  /** Asks for photos not asked for yet or without a result for too long, and plans the next look. */
  private async askForPhotos(messageId: string, openid: string): Promise<void> {
    const waiting = await this.database.read.findBy(ContentCheck, { messageId, state: 'waiting' });
    if (waiting.length === 0) return;
    const overdue = new Date(this.clock.now().getTime() - RESULT_WITHIN_MILLISECONDS);
    for (const { part, askedAt } of waiting) {
      if (askedAt && askedAt > overdue) continue;
      const url = this.photos.absoluteUrlOf(part);
      const traceId = await this.wechat.mediaCheckAsync({ openid, scene: SCENE, url });
      await this.database.write((manager) =>
        manager.update(ContentCheck, { messageId, part }, { traceId, askedAt: this.clock.now() }),
      );
    }
    const nextLook = new Date(this.clock.now().getTime() + RESULT_WITHIN_MILLISECONDS);
    await this.outbox.emit(CONTENT_CHECK, { messageId }, nextLook);
  }

  /** A result that could not be worked out leaves the photo waiting, so that it is asked for again. */
  private async takeResult({ traceId, result }: MediaChecked, message: OutboxMessage): Promise<void> {
    const check = await this.database.read.findOneBy(ContentCheck, { traceId });
    if (check) {
      if (result) await this.verdicts.record(check.messageId, check.part, result);
      return;
    }
    const age = this.clock.now().getTime() - message.createdAt.getTime();
    if (age < UNKNOWN_TRACE_MILLISECONDS) throw new TryAgainLater('trace id unknown', UNKNOWN_TRACE_RETRY_SECONDS);
  }
}
