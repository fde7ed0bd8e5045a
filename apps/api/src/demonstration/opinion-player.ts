import type { OpinionAction } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { LetterSourcesService, type SourceableLetter } from '../mailbox/letter-sources.service.js';
import { CosigningService } from '../opinions/cosigning.service.js';
import { DraftingService } from '../opinions/drafting.service.js';
import { HandingInService } from '../opinions/handing-in.service.js';
import { OpinionIntakeService } from '../opinions/opinion-intake.service.js';
import { OpinionMerging } from '../opinions/opinion-merging.js';
import { OpinionViewsService } from '../opinions/opinion-views.service.js';
import { Submissions } from '../opinions/submissions.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import { at } from './at.js';
import type { ActingMember, Community } from './community.js';
import { Dice } from './dice.js';
import { type Happening, inTurn } from './happening.js';
import type { OpinionPlan } from './opinion-plans.js';
import { matterOfLetter, opinionParts, passageOf, REFLECTED, type ReflectedMatter } from './opinion-words.js';
import { CONSTITUENTS } from './people.js';

/** Themes that the committee with staff in the demonstration has in its field. */
const COMMITTEE_THEMES = new Set(['education', 'health', 'culture']);
/** Letters looked through for those that an opinion can be drawn from. */
const LETTERS_SEEN = 40;
/** Opinions looked through for one on the same matter. */
const CANDIDATES_SEEN = 60;
const SHARE_MERGED = 0.6;
const TOPIC_USES = ['key_research', 'thematic_consultation', 'sector_consultation', 'key_inspection'] as const;

const RETURN_REASONS = [
  '反映的情况很好，请补充涉及的户数和时间，再把建议写得具体一些。',
  '一份意见请只写一件事，建议把第二个问题另写一份。',
  '建议部分请写明由哪个部门牵头。',
];
const RECOGNITIONS = [
  { kind: 'city', body: '市政协', document: '《社情民意》第18期', note: null },
  { kind: 'province', body: '省政协', document: '《社情民意信息》第52期', note: null },
  { kind: 'instruction', body: '县委主要领导', document: '批示抄清〔2026〕7号', note: '请有关部门研究，提出办法。' },
] as const;

/** An opinion that is being lived through. */
interface LivingOpinion {
  readonly plan: OpinionPlan;
  readonly dice: Dice;
  readonly author: ActingMember;
  id: string;
}

/** Draws opinions from letters and hands them in, as the members do; takes them in, as the desks do. */
@Injectable()
export class OpinionPlayer {
  /** Letters that an opinion was drawn from, so that the next one finds others. */
  private readonly drawn = new Set<string>();

  constructor(
    private readonly letters: LetterSourcesService,
    private readonly drafting: DraftingService,
    private readonly cosigning: CosigningService,
    private readonly handingIn: HandingInService,
    private readonly intake: OpinionIntakeService,
    private readonly merging: OpinionMerging,
    private readonly opinions: OpinionViewsService,
    private readonly submissions: Submissions,
  ) {}

  /** What happens to an opinion until its desk has it. */
  happenings(plan: OpinionPlan, community: Community): Happening[] {
    const dice = new Dice(plan.seed);
    const author = at(community.members, plan.member);
    const living: LivingOpinion = { plan, dice, author, id: '' };
    const receiver = () => this.receiverOf(living, community);
    const begin = [0, () => this.begin(living, community)] as const;
    const sign = [dice.between(2, 20), () => this.sign(living, community)] as const;
    const submit = [dice.between(6, 30), () => this.submit(living)] as const;
    const giveBack = [dice.between(8, 40), () => this.giveBack(living, receiver)] as const;
    const take = [dice.between(10, 60), () => this.accept(living, receiver)] as const;
    const merge = [dice.between(1, 3), () => this.mergeWithLike(living, receiver)] as const;
    const praise = [24 * dice.between(20, 40), () => this.recognise(living, community.office)] as const;
    const deeds = {
      draft: [begin],
      withdrawn: [begin, sign, submit, [5, () => this.act(living, author.actor, 'withdraw')] as const],
      waiting: [begin, sign, submit],
      returned: [begin, sign, submit, giveBack],
      revised: [begin, sign, submit, giveBack, submit, take, merge],
      accepted: [begin, sign, submit, take, merge, praise],
    } as const;
    return inTurn(plan.begunAt, deeds[plan.fate]);
  }

  private async begin(living: LivingOpinion, community: Community): Promise<void> {
    const { plan, dice, author } = living;
    const sources = plan.letters > 0 ? await this.sourcesOf(author.actor, plan.letters, community) : [];
    const reflected = (sources[0] && matterOfLetter(sources[0].title)) ?? dice.pick(REFLECTED);
    const kind = plan.kind === 'work_advice' && reflected.opinion.theme !== 'cppcc_work' ? 'information' : plan.kind;
    living.id = await this.drafting.begin(author.actor, {
      kind,
      sources: await Promise.all(sources.map((letter) => this.sourceInput(author.actor, letter))),
    });
    const { version } = await this.opinions.show(author.actor, living.id);
    const townships = [...community.townships.values()];
    const toCommittee = plan.desk === 'special_committee' && COMMITTEE_THEMES.has(reflected.opinion.theme);
    await this.drafting.save(author.actor, living.id, {
      version,
      title: reflected.opinion.title,
      sections: opinionParts(kind, reflected, sources[0] ? placeOf(sources[0], reflected) : '部分乡镇'),
      theme: reflected.opinion.theme,
      townshipId: sources[0]?.townshipId ?? dice.pick(townships),
      ...(toCommittee
        ? { desk: 'special_committee', deskUnitId: community.committee.unitId }
        : { desk: plan.desk === 'special_committee' ? 'office' : plan.desk }),
      ...(kind === 'proposal' && { suggestedBody: reflected.opinion.body }),
      ...(kind === 'topic' && { topicUse: dice.pick(TOPIC_USES), topicBody: '县政协办公室' }),
    });
    if (kind === 'proposal') await this.inviteToSign(living, community);
  }

  /**
   * Letters of the own mailbox that no opinion was drawn from, about the matter of the first if there are several. Those of the
   * constituents who can be chosen on the sign-in page come first, so that each of them has a letter that went the whole way.
   */
  private async sourcesOf(actor: Actor, most: number, { writers }: Community): Promise<SourceableLetter[]> {
    const shown = writers.slice(0, CONSTITUENTS.length).map((writer) => writer.actor.accountId);
    const { items } = await this.letters.sourceable(actor, { limit: LETTERS_SEEN });
    const free = items.filter(({ id, title }) => !this.drawn.has(id) && matterOfLetter(title));
    const first = free.find(({ writerId }) => shown.includes(writerId)) ?? free[0];
    if (!first) return [];
    const alike = free.filter(({ title }) => matterOfLetter(title) === matterOfLetter(first.title));
    const others = free.filter((letter) => !alike.includes(letter));
    const chosen = [...new Set([first, ...alike, ...others])].slice(0, most);
    for (const { id } of chosen) this.drawn.add(id);
    return chosen;
  }

  private async sourceInput(actor: Actor, { id, consentOpinion }: SourceableLetter) {
    const quote = consentOpinion ? passageOf((await this.letters.sourceOf(actor, id)).text) : null;
    return { sourceKind: 'letter' as const, sourceId: id, quote };
  }

  private async inviteToSign({ id, author, dice }: LivingOpinion, community: Community): Promise<void> {
    const others = community.members.filter(
      ({ member }) => member.id !== author.member.id && member.sector.id === author.member.sector.id,
    );
    const { version } = await this.opinions.show(author.actor, id);
    const memberIds = others.slice(0, dice.between(1, 2)).map(({ member }) => member.id);
    await this.cosigning.choose(author.actor, id, { version, memberIds });
  }

  /** Members asked to sign answer; most do. */
  private async sign({ id, author, dice }: LivingOpinion, community: Community): Promise<void> {
    const { cosigners } = await this.opinions.show(author.actor, id);
    for (const { memberId } of cosigners) {
      const cosigner = community.members.find(({ member }) => member.id === memberId);
      if (!cosigner) continue;
      const { version } = await this.opinions.show(cosigner.actor, id);
      const decision = dice.chance(0.9) ? 'confirmed' : 'declined';
      await this.cosigning.answer(cosigner.actor, id, { version, decision });
    }
  }

  private submit(living: LivingOpinion): Promise<void> {
    return this.act(living, living.author.actor, 'submit');
  }

  private async giveBack(living: LivingOpinion, receiver: () => Promise<Actor>): Promise<void> {
    await this.act(living, await receiver(), 'return');
  }

  private async accept(living: LivingOpinion, receiver: () => Promise<Actor>): Promise<void> {
    await this.act(living, await receiver(), 'accept');
  }

  /** Whoever can do it does it; what has gone another way meanwhile is left alone. */
  private async act(living: LivingOpinion, actor: Actor, action: OpinionAction): Promise<void> {
    const { id, dice } = living;
    const { allowedActions, version } = await this.opinions.show(actor, id);
    if (!allowedActions.includes(action)) return;
    if (action === 'submit') await this.handingIn.submit(actor, id, { version });
    if (action === 'withdraw') await this.handingIn.withdraw(actor, id, { version });
    if (action === 'accept') await this.intake.accept(actor, id, { version });
    if (action === 'return') await this.intake.return(actor, id, { version, reason: dice.pick(RETURN_REASONS) });
  }

  /** An accepted opinion goes under an earlier one of the same desk on the same matter, so that voices add up. */
  private async mergeWithLike({ id, author, dice }: LivingOpinion, receiver: () => Promise<Actor>): Promise<void> {
    const actor = await receiver();
    const { allowedActions, version, title, desk, deskUnitId } = await this.opinions.show(actor, id);
    if (desk === 'sector_group' || !allowedActions.includes('merge') || !dice.chance(SHARE_MERGED)) return;
    const { items } = await this.submissions.candidates({ limit: CANDIDATES_SEEN });
    const like = items.find(
      (other) =>
        other.kind === 'opinion' &&
        other.id !== id &&
        other.title === title &&
        other.desk === desk &&
        other.deskUnitId === deskUnitId &&
        !other.authorNames.includes(author.member.name),
    );
    if (like) await this.merging.merge(actor, id, { kind: 'opinion', id: like.id }, version);
  }

  /** A few are taken up above the county. */
  private async recognise({ id, dice }: LivingOpinion, office: Actor): Promise<void> {
    if (!dice.chance(0.12)) return;
    const { allowedActions, journey } = await this.opinions.show(office, id);
    const accepted = journey.at(-1);
    if (!allowedActions.includes('recognise') || !accepted) return;
    await this.intake.recognise(office, id, { ...dice.pick(RECOGNITIONS), date: accepted.at.slice(0, 10) });
  }

  /** Who sits at the desk that an opinion is at now. */
  private async receiverOf({ id, author }: LivingOpinion, community: Community): Promise<Actor> {
    const { desk } = await this.opinions.show(author.actor, id);
    if (desk === 'office') return community.office;
    if (desk === 'special_committee') return community.committee.actor;
    const convener = community.conveners.get(author.member.sector.id);
    if (!convener) throw new Error(`nobody convenes ${author.member.sector.name}`);
    return convener.actor;
  }
}

/** The place that a letter's title names. */
function placeOf({ title }: SourceableLetter, { matter }: ReflectedMatter): string {
  const [before = '', after = ''] = matter.title.split('{地}');
  return title.slice(before.length, title.length - after.length) || '部分乡镇';
}
