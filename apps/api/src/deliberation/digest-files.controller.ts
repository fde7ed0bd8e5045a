import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { XLSX_TYPE } from '../directory/roster-sheet.js';
import { RequireAbility } from '../platform/abilities/ability.js';
import { type Actor, CurrentActor } from '../platform/abilities/actor.js';
import { DigestFilesService } from './digest-files.service.js';
import { mayDecide } from './digests.policy.js';
import { DOCX_TYPE } from './documents/digest-document.js';

/** A digest as a file to print or to work with. */
@ApiTags('deliberation')
@Controller('digests/:id')
@RequireAbility(mayDecide)
export class DigestFilesController {
  constructor(private readonly files: DigestFilesService) {}

  /** The Word document in the format of GB/T 9704-2012. */
  @Get('document')
  @ApiProduces(DOCX_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async document(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { bytes, title } = await this.files.document(actor, id);
    return asDownload(bytes, DOCX_TYPE, 'digest.docx', `${title}.docx`);
  }

  /** The spreadsheet, one item a row. */
  @Get('spreadsheet')
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async spreadsheet(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { bytes, title } = await this.files.spreadsheet(actor, id);
    return asDownload(bytes, XLSX_TYPE, 'digest.xlsx', `${title}.xlsx`);
  }
}

function asDownload(bytes: Buffer, type: string, plainName: string, name: string): StreamableFile {
  return new StreamableFile(bytes, {
    type,
    length: bytes.length,
    disposition: `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
