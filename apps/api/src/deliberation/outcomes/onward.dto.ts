import { LIMITS } from '@lianxin/shared';
import { ApiProperty } from '@nestjs/swagger';
import { Photo } from '../../photos/photos.dto.js';
import { TextField, WholeNumberField } from '../../platform/http/fields.js';

/** One step of the way onward. */
export class OnwardStep {
  /** The journey event's type, or `relay` / `follow_up` for what the member told. */
  @ApiProperty()
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ type: String, nullable: true })
  text: string | null;

  @ApiProperty({ type: [Photo] })
  photos: Photo[];
}

/** One thing that was made of a letter, and how far it is. */
export class OnwardMatter {
  @ApiProperty()
  title: string;

  @ApiProperty({ type: [OnwardStep] })
  steps: OnwardStep[];

  /** Who has it now, in a sentence. */
  @ApiProperty()
  now: string;

  /** What happens next; null when nothing more will. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;

  /** By when; `next` names the day as well. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextBy: string | null;

  @ApiProperty()
  done: boolean;
}

/** Whether the writer was asked "were you heard?", and what was answered. */
export class HeardState {
  /** Everything is done and nothing was answered yet: the writer may answer now. */
  @ApiProperty()
  asked: boolean;

  @ApiProperty({ type: 'integer', nullable: true })
  stars: number | null;

  /** The other side reads them once they have passed the content check. */
  @ApiProperty({ type: String, nullable: true })
  words: string | null;
}

/** What was made of a letter. */
export class OnwardJourney {
  @ApiProperty({ type: [OnwardMatter] })
  matters: OnwardMatter[];

  @ApiProperty({ type: HeardState })
  heard: HeardState;
}

/** The answer to "were you heard?". */
export class AnswerHeard {
  @WholeNumberField({ label: '评价', min: 1, max: 5 })
  stars: number;

  @TextField({ label: '想说的话', max: LIMITS.heardWords, optional: true })
  words?: string;
}
