import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { XLSX_TYPE } from '../directory/roster-sheet.js';
import { RequireAbility } from '../platform/abilities/ability.js';
import type { Page } from '../platform/database/keyset.js';
import { ApiItems, ApiPage } from '../platform/http/page-response.js';
import {
  LoopBreakdownQuery,
  LoopFiguresView,
  LoopLetter,
  LoopLettersQuery,
  LoopPart,
  LoopQuery,
} from './figures.dto.js';
import { maySeeFigures } from './figures.policy.js';
import { FiguresExportService } from './figures-export.service.js';
import { LoopFiguresService } from './loop-figures.service.js';
import { LoopLettersService } from './loop-letters.service.js';

/** The figures of the loop, from a citizen's letter to the decision and back. */
@ApiTags('figures')
@Controller('loop-figures')
@RequireAbility(maySeeFigures)
export class FiguresController {
  constructor(
    private readonly figures: LoopFiguresService,
    private readonly letters: LoopLettersService,
    private readonly exporting: FiguresExportService,
  ) {}

  /** How many letters came to each step and how long it took; the last twelve months unless the query says otherwise. */
  @Get()
  @ApiOkResponse({ type: LoopFiguresView })
  show(@Query() query: LoopQuery): Promise<LoopFiguresView> {
    return this.figures.show(query);
  }

  /** The same split by sector, township, category or month, those with most letters first; months in order. */
  @Get('breakdown')
  @ApiItems(LoopPart)
  async breakdown(@Query() query: LoopBreakdownQuery): Promise<{ items: LoopPart[] }> {
    return { items: await this.figures.breakdown(query) };
  }

  /** The letters behind a figure, those delivered last first. */
  @Get('letters')
  @ApiPage(LoopLetter)
  list(@Query() query: LoopLettersQuery): Promise<Page<LoopLetter>> {
    return this.letters.list(query);
  }

  /** All of it as a workbook. */
  @Get('export')
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@Query() query: LoopQuery): Promise<StreamableFile> {
    const bytes = await this.exporting.workbook(query);
    return new StreamableFile(bytes, {
      type: XLSX_TYPE,
      length: bytes.length,
      disposition: `attachment; filename="figures.xlsx"; filename*=UTF-8''${encodeURIComponent('闭环统计.xlsx')}`,
    });
  }
}
