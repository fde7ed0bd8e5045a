import { Module } from '@nestjs/common';
import { DeliberationModule } from '../deliberation/deliberation.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { IndexedLetters } from './indexed-letters.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

/** Full-text search over letters, opinions, sector voices and digests. */
@Module({
  imports: [MailboxModule, OpinionsModule, DeliberationModule],
  controllers: [SearchController],
  providers: [SearchService, IndexedLetters],
})
export class SearchModule {}
