import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequireAbility } from '../../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../../platform/abilities/actor.js';
import type { Page } from '../../platform/database/keyset.js';
import { ApiPage } from '../../platform/http/page-response.js';
import { maySeeRelayBoard } from './outcomes.policy.js';
import { RelayBoardService } from './relay-board.service.js';
import { RelayBoardCounts, RelayBoardQuery, RelayBoardRow, RemindRelay } from './relays.dto.js';

/** The board of outcomes that the constituents have not been told of. */
@ApiTags('outcomes')
@Controller('desk')
@RequireAbility(maySeeRelayBoard)
export class RelayBoardController {
  constructor(private readonly board: RelayBoardService) {}

  /** Relays that were not sent, the earliest due first. */
  @Get('relay-board')
  @ApiPage(RelayBoardRow)
  list(@Query() query: RelayBoardQuery): Promise<Page<RelayBoardRow>> {
    return this.board.list(query);
  }

  /** How many there are. */
  @Get('relay-board/counts')
  @ApiOkResponse({ type: RelayBoardCounts })
  counts(): Promise<RelayBoardCounts> {
    return this.board.counts();
  }

  /** Reminds the member, at most once a day. @throws {Problem} 404, 409. */
  @Post('relays/:id/remind')
  @HttpCode(200)
  @ApiOkResponse({ type: RelayBoardRow })
  remind(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RemindRelay,
  ): Promise<RelayBoardRow> {
    return this.board.remind(actor, id, body);
  }
}
