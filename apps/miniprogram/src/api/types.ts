import type { components, paths } from './generated/schema';

export type { paths };

type Schemas = components['schemas'];

export type Account = Schemas['AccountView'];
export type Role = Schemas['RoleView'];
export type Session = Schemas['SignedIn'];
export type OwnSession = Schemas['SessionView'];
export type DemonstrationAccount = Schemas['DemonstrationAccount'];
export type PublicConfig = Schemas['ProductConfig'];

export type MemberLink = Schemas['MemberLinkView'];
export type IssuedLinkCode = Schemas['IssuedLinkCode'];

export type DirectoryUnit = Schemas['DirectoryUnit'];
export type MemberSummary = Schemas['MemberSummary'];
export type MemberDetail = Schemas['MemberDetail'];
export type MemberSuggestion = Schemas['MemberSuggestion'];
export type Roster = Schemas['Roster'];

export type Photo = Schemas['Photo'];

export type WriteLetter = Schemas['WriteLetter'];
export type Letter = Schemas['LetterView'];
export type LetterSummary = Schemas['LetterSummary'];
export type MailboxLetter = Schemas['MailboxLetter'];
export type LetterMessage = Schemas['LetterMessageView'];
export type JourneyStep = Schemas['JourneyStepView'];
export type AnswerTemplate = Schemas['AnswerTemplateView'];
export type Channel = Schemas['ChannelView'];
export type PublishedAnswer = Schemas['PublishedAnswerView'];
export type OverdueLetter = Schemas['OverdueLetter'];
export type ModerationItem = Schemas['ModerationItem'];
export type Notice = Schemas['Notice'];
export type NoticeTemplate = Schemas['NoticeTemplate'];
