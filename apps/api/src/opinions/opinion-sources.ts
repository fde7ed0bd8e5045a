import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/abilities/actor.js';
import type { Page } from '../platform/database/keyset.js';
import type { SourceableLettersQuery } from './opinions.dto.js';
import type { SourceableLetterText, SourceableLetterView } from './opinions.views.js';

/** What opinions are drawn from. */
@Injectable()
export class OpinionSources {
  async offer(_actor: Actor, _query: SourceableLettersQuery): Promise<Page<SourceableLetterView>> {
    throw new Error('not written yet');
  }

  async offered(_actor: Actor, _id: string): Promise<SourceableLetterText> {
    throw new Error('not written yet');
  }
}
