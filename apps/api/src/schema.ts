import { deliberationEntities } from './deliberation/deliberation.entities.js';
import { outcomeEntities } from './deliberation/outcomes/outcomes.entities.js';
import { DemonstrationRun } from './demonstration/demonstration-run.entity.js';
import { deskEntities } from './desk/desk.entities.js';
import { Member } from './directory/member.entity.js';
import { RosterRow, RosterUpload } from './directory/roster-upload.entity.js';
import { Unit } from './directory/unit.entity.js';
import { figuresEntities } from './figures/figures.entities.js';
import { identityEntities } from './identity/identity.entities.js';
import { mailboxEntities } from './mailbox/mailbox.entities.js';
import { migrations } from './migrations/index.js';
import { moderationEntities } from './moderation/moderation.entities.js';
import { noticeEntities } from './notices/notices.entities.js';
import { opinionEntities } from './opinions/opinions.entities.js';
import { StoredPhoto } from './photos/stored-photo.entity.js';
import type { Schema } from './platform/database/data-source.js';
import { platformEntities } from './platform/platform.entities.js';
import { AccessToken } from './wechat/access-token.entity.js';

/** All tables of all features. */
export const schema: Schema = {
  entities: [
    ...platformEntities,
    ...identityEntities,
    Unit,
    Member,
    RosterUpload,
    RosterRow,
    StoredPhoto,
    AccessToken,
    ...noticeEntities,
    ...moderationEntities,
    ...mailboxEntities,
    ...opinionEntities,
    ...deskEntities,
    ...deliberationEntities,
    ...outcomeEntities,
    ...figuresEntities,
    DemonstrationRun,
  ],
  migrations,
};
