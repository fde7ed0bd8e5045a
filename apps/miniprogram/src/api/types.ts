import type { components, paths } from './generated/schema';

export type { paths };

type Schemas = components['schemas'];

export type Account = Schemas['Account'];
export type Role = Schemas['Role'];
export type Session = Schemas['Session'];
export type OwnSession = Schemas['OwnSession'];
export type DemonstrationAccount = Schemas['DemonstrationAccount'];
export type PublicConfig = Schemas['PublicConfig'];
export type Photo = Schemas['Photo'];
