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

export type Digest = Schemas['DigestView'];
export type DigestSummary = Schemas['DigestSummary'];
export type DigestItem = Schemas['DigestItemView'];
export type DigestSubmission = Schemas['DigestSubmission'];
export type DigestCandidate = Schemas['DigestCandidate'];
export type ChangedDigestItem = Schemas['ChangedDigestItem'];
export type Decision = Schemas['DecisionView'];
export type DigestRemark = Schemas['RemarkView'];

export type Opinion = Schemas['OpinionView'];
export type OpinionSummary = Schemas['OpinionSummary'];
export type OpinionSource = Schemas['OpinionSourceView'];
export type OpinionRevision = Schemas['OpinionRevisionView'];
export type RevisionComparison = Schemas['RevisionComparison'];
export type SaveOpinion = Schemas['SaveOpinion'];
export type SourceableLetter = Schemas['SourceableLetterView'];
export type SourceableLetterText = Schemas['SourceableLetterText'];
export type SectorVoice = Schemas['SectorVoiceView'];
export type SectorVoiceSummary = Schemas['SectorVoiceSummary'];
export type Outcome = Schemas['OutcomeView'];
export type SignedDecision = Schemas['SignedDecisionView'];
export type ReceivedFeedback = Schemas['ReceivedFeedback'];
export type Relay = Schemas['RelayView'];
export type RelaySummary = Schemas['RelaySummary'];
export type OnwardJourney = Schemas['OnwardJourney'];

export type OpinionPart = Schemas['OpinionPart'];
export type SimilarSubmission = Schemas['SimilarSubmission'];
export type NewRecognition = Schemas['AddRecognition'];
export type SectorOpinion = Schemas['SectorOpinion'];
export type SectorTheme = Schemas['SectorTheme'];
export type SectorConvener = Schemas['SectorConvener'];
export type IntakeItem = Schemas['IntakeItem'];
export type IntakeCounts = Schemas['IntakeCounts'];
export type DigestFeedback = Schemas['DigestFeedback'];
export type ItemFeedback = Schemas['ItemFeedback'];
export type FeedbackBoardRow = Schemas['FeedbackBoardRow'];
export type RelayBoardRow = Schemas['RelayBoardRow'];
export type ResponsibleItem = Schemas['ResponsibleItemRow'];
export type FollowUp = Schemas['FollowUpView'];

export type SearchHit = Schemas['SearchHit'];
export type LoopFigures = Schemas['LoopFiguresView'];
export type LoopPart = Schemas['LoopPart'];
export type LoopLetter = Schemas['LoopLetter'];
