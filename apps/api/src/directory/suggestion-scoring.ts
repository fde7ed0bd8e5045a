import { TOPICS, type Topic } from './topics.js';

/** What scoring looks at in a member. */
export interface Candidate {
  readonly id: string;
  readonly workUnit: string;
  readonly post: string;
  readonly field: string;
  readonly sectorId: string;
  readonly sectorName: string;
  readonly committeeName: string | null;
  readonly townshipId: string | null;
  readonly townshipName: string | null;
  readonly letters: number;
  readonly answered: number;
}

/** What the writer said: the words of the letter, and township and sector if known. */
export interface Wish {
  readonly text: string;
  readonly townshipId?: string | null;
  readonly sectorId?: string | null;
}

/** A member who may be the right one: how well it fits and why, in Chinese. */
export interface Scored<C extends Candidate = Candidate> {
  readonly candidate: C;
  readonly score: number;
  readonly reason: string;
}

interface FoundTopic {
  readonly topic: Topic;
  readonly emphasis: number;
}

interface Ground {
  readonly weight: number;
  readonly reason: string;
}

/** How much each ground counts. What the member does counts most, then the sector, then nearness (Art. 2, 3). */
const WEIGHT = {
  namedField: 8,
  namedWorkUnit: 8,
  field: 6,
  work: 4,
  sector: 4,
  ownSector: 4,
  township: 3,
  committee: 1,
};
const MOST_REASONS = 2;
/** A term this short ("医") says too little when it stands in a letter by itself. */
const SHORTEST_TERM = 2;
const TERM_BREAKS = /[、，,；;。\s/]+/;

/** The topics a text speaks of. One that more of its words name counts more, up to twice. */
function topicsIn(text: string): FoundTopic[] {
  return TOPICS.flatMap((topic) => {
    const hits = topic.words.filter((word) => text.includes(word)).length;
    return hits > 0 ? [{ topic, emphasis: Math.min(2, 1 + (hits - 1) / 4) }] : [];
  });
}

function shows(part: string | null, topic: Topic): boolean {
  return part !== null && topic.expertise.some((word) => part.includes(word));
}

function topicGrounds(candidate: Candidate, { topic, emphasis }: FoundTopic): Ground[] {
  const { field, workUnit, post, committeeName, sectorName } = candidate;
  const grounds: Ground[] = [];
  if (shows(field, topic)) grounds.push({ weight: WEIGHT.field, reason: `专业领域是“${field}”` });
  if (shows(workUnit, topic) || shows(post, topic)) {
    grounds.push({ weight: WEIGHT.work, reason: `在${workUnit}工作，了解“${topic.name}”` });
  }
  if (topic.sectors.includes(sectorName)) grounds.push({ weight: WEIGHT.sector, reason: `是${sectorName}的委员` });
  if (shows(committeeName, topic)) grounds.push({ weight: WEIGHT.committee, reason: `在${committeeName}履职` });
  return grounds.map(({ weight, reason }) => ({ weight: weight * emphasis, reason }));
}

function plainGrounds(candidate: Candidate, { text, townshipId, sectorId }: Wish): Ground[] {
  const { field, workUnit, sectorName, townshipName } = candidate;
  const grounds: Ground[] = [];
  const named = field.split(TERM_BREAKS).find((term) => [...term].length >= SHORTEST_TERM && text.includes(term));
  if (named) grounds.push({ weight: WEIGHT.namedField, reason: `专业领域是“${field}”` });
  if (text.includes(workUnit)) grounds.push({ weight: WEIGHT.namedWorkUnit, reason: `在您提到的${workUnit}工作` });
  if (sectorId && candidate.sectorId === sectorId) {
    grounds.push({ weight: WEIGHT.ownSector, reason: `是${sectorName}的委员` });
  }
  const near = townshipName !== null && (candidate.townshipId === townshipId || text.includes(townshipName));
  if (near) grounds.push({ weight: WEIGHT.township, reason: `同在${townshipName}` });
  return grounds;
}

function score<C extends Candidate>(candidate: C, wish: Wish, topics: readonly FoundTopic[]): Scored<C> {
  const grounds = [...topics.flatMap((topic) => topicGrounds(candidate, topic)), ...plainGrounds(candidate, wish)].sort(
    (a, b) => b.weight - a.weight,
  );
  const reasons = [...new Set(grounds.map(({ reason }) => reason))].slice(0, MOST_REASONS);
  const total = grounds.reduce((sum, { weight }) => sum + weight, 0);
  return { candidate, score: total, reason: reasons.join('，') };
}

/** A member without letters counts as one who answers half of them. */
function answerRate({ letters, answered }: Candidate): number {
  return (answered + 1) / (letters + 2);
}

/** The candidates that fit a letter, the best first; of equals, who answers more. None when nothing speaks for anybody. */
export function rankCandidates<C extends Candidate>(candidates: readonly C[], wish: Wish, most: number): Scored<C>[] {
  const topics = topicsIn(wish.text);
  return candidates
    .map((candidate) => score(candidate, wish, topics))
    .filter((scored) => scored.score > 0)
    .sort((a, b) => b.score - a.score || answerRate(b.candidate) - answerRate(a.candidate))
    .slice(0, most);
}
