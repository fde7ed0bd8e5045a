import { ApiProperty } from '@nestjs/swagger';
import { IdField } from '../platform/http/fields.js';

/** Who shall convene a sector's group; null: nobody. */
export class AppointConvener {
  @IdField({ label: '委员', nullable: true })
  memberId: string | null;
}

/** A member who can convene the sector: of this sector, with a linked account. */
export class ConvenerCandidate {
  @ApiProperty({ format: 'uuid' })
  memberId: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  workUnit: string;
}

/** The convener of a sector's group. */
export class SectorConvener {
  @ApiProperty({ format: 'uuid' })
  sectorId: string;

  @ApiProperty()
  sectorName: string;

  @ApiProperty({ type: ConvenerCandidate, nullable: true })
  convener: ConvenerCandidate | null;

  /** When the role was granted. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  since: string | null;

  /** Members who could be chosen, by name. */
  @ApiProperty({ type: [ConvenerCandidate] })
  candidates: ConvenerCandidate[];
}
