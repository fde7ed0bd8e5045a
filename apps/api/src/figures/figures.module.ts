import { Module } from '@nestjs/common';
import { DeliberationModule } from '../deliberation/deliberation.module.js';
import { OutcomesModule } from '../deliberation/outcomes/outcomes.module.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { FiguresController } from './figures.controller.js';
import { FiguresExportService } from './figures-export.service.js';
import { LoopFiguresService } from './loop-figures.service.js';
import { LoopFolding } from './loop-folding.js';
import { LoopLettersService } from './loop-letters.service.js';
import { LoopRecounts } from './loop-recounts.js';
import { LoopSums } from './loop-sums.js';

/** How many letters come how far in the loop, and how soon (Art. 20–22). */
@Module({
  imports: [DirectoryModule, MailboxModule, OpinionsModule, DeliberationModule, OutcomesModule],
  controllers: [FiguresController],
  providers: [LoopRecounts, LoopFolding, LoopSums, LoopFiguresService, LoopLettersService, FiguresExportService],
})
export class FiguresModule {}
