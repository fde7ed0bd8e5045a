import { migrations } from './migrations/index.js';
import type { Schema } from './platform/database/data-source.js';
import { platformEntities } from './platform/platform.entities.js';
import { AccessToken } from './wechat/access-token.entity.js';

/** All tables of all features. */
export const schema: Schema = {
  entities: [...platformEntities, AccessToken],
  migrations,
};
