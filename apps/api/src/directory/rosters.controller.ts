import { LIMITS } from '@lianxin/shared';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { readUpload } from '../platform/http/upload.js';
import { mayKeepDirectory } from './directory.policy.js';
import { XLSX_TYPE } from './roster-sheet.js';
import { ConfirmRoster, Roster } from './rosters.dto.js';
import { RostersService } from './rosters.service.js';

/** The roster of members as an Excel file: template, check, import, export. */
@ApiTags('directory')
@Controller('rosters')
@RequireAbility(mayKeepDirectory)
export class RostersController {
  constructor(private readonly rosters: RostersService) {}

  /** The blank roster with its instructions. */
  @Get('template')
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template(): Promise<StreamableFile> {
    return asDownload(await this.rosters.template(), '委员名册模板.xlsx');
  }

  /** The active members in the roster's columns; importing it again changes nothing. */
  @Get('export')
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return asDownload(await this.rosters.export(actor), '委员名册.xlsx');
  }

  /** Checks a filled roster; nothing is imported yet. @throws {Problem} 413 above 5 MB, 422 for what is not a roster. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: Roster })
  async upload(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Roster> {
    const file = await readUpload(request, reply, { label: '名册文件', maxBytes: LIMITS.rosterBytes });
    return this.rosters.check(actor, file);
  }

  /** What importing a roster will do, or did. */
  @Get(':id')
  @ApiOkResponse({ type: Roster })
  show(@Param('id', ParseUUIDPipe) id: string): Promise<Roster> {
    return this.rosters.show(id);
  }

  /** Imports a checked roster as the directory stands now. Twice gives the same. @throws {Problem} 409 when rows have problems. */
  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: Roster })
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConfirmRoster,
  ): Promise<Roster> {
    return this.rosters.confirm(actor, id, body);
  }

  /** Throws a checked roster away. @throws {Problem} 409 when it was imported. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  discard(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.rosters.discard(id);
  }
}

function asDownload(bytes: Buffer, name: string): StreamableFile {
  return new StreamableFile(bytes, {
    type: XLSX_TYPE,
    length: bytes.length,
    disposition: `attachment; filename="roster.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
