import { Module } from '@nestjs/common';
import { PhotosModule } from '../photos/photos.module.js';
import { DirectoryUnitsController } from './directory-units.controller.js';
import { DirectoryUnitsService } from './directory-units.service.js';
import { MembersController } from './members.controller.js';
import { MembersService } from './members.service.js';
import { RostersController } from './rosters.controller.js';
import { RostersService } from './rosters.service.js';
import { SuggestionsService } from './suggestions.service.js';

/** The directory: sectors, committees, townships, members, and the roster they come from. */
@Module({
  imports: [PhotosModule],
  controllers: [DirectoryUnitsController, MembersController, RostersController],
  providers: [DirectoryUnitsService, MembersService, SuggestionsService, RostersService],
  exports: [DirectoryUnitsService, MembersService, RostersService],
})
export class DirectoryModule {}
