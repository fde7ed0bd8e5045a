import { OPINION_THEME_LABELS } from '@lianxin/shared';
import { Injectable } from '@nestjs/common';
import { SectorOpinionsService } from '../opinions/voices/sector-opinions.service.js';
import { VoiceAnswersService } from '../opinions/voices/voice-answers.service.js';
import { VoiceIntakeService } from '../opinions/voices/voice-intake.service.js';
import { VoiceViewsService } from '../opinions/voices/voice-views.service.js';
import { VoicesService } from '../opinions/voices/voices.service.js';
import type { Actor } from '../platform/abilities/actor.js';
import type { ActingMember, Community } from './community.js';
import { Dice } from './dice.js';
import { type Happening, inTurn } from './happening.js';

/** How far a sector voice has come by the end of the demonstration. */
export type VoiceFate = 'accepted' | 'circulating' | 'submitted';

const MOST_OPINIONS = 4;
const ORDINALS = ['一', '二', '三', '四'];
const SEED = 77;

/** What conveners make of the opinions of their sectors, and what the contributors say to it. */
@Injectable()
export class VoicePlayer {
  constructor(
    private readonly sectorOpinions: SectorOpinionsService,
    private readonly voices: VoicesService,
    private readonly views: VoiceViewsService,
    private readonly answers: VoiceAnswersService,
    private readonly intake: VoiceIntakeService,
  ) {}

  /** One convener composes a voice where there are at least two opinions, and takes it as far as `fate` says. */
  happenings(convener: ActingMember, fate: VoiceFate, from: Date, community: Community): Happening[] {
    const voice = { id: '' };
    const dice = new Dice(SEED + from.getUTCDate() + convener.member.name.length);
    const contested = fate === 'accepted' && dice.chance(0.25);
    const when = (happen: () => Promise<void>) => () => (voice.id ? happen() : Promise.resolve());
    const compose = [
      0,
      async () => {
        voice.id = await this.compose(convener);
      },
    ] as const;
    const circulate = [dice.between(3, 20), when(() => this.circulate(convener, voice.id))] as const;
    const respond = (object: boolean) =>
      [dice.between(10, 40), when(() => this.respond(voice.id, object, community))] as const;
    const recall = [6, when(() => this.revise(convener, voice.id))] as const;
    // By then everybody has answered or the time for objecting is over.
    const submit = [24 * 6, when(() => this.submit(convener, voice.id))] as const;
    const accept = [dice.between(6, 40), when(() => this.accept(community.office, voice.id))] as const;
    const objection = contested ? [respond(true), recall, circulate] : [];
    const deeds = {
      circulating: [compose, circulate],
      submitted: [compose, circulate, respond(false), submit],
      accepted: [compose, circulate, ...objection, respond(false), submit, accept],
    }[fate];
    return inTurn(from, deeds);
  }

  private async compose({ actor, member }: ActingMember): Promise<string> {
    const { items } = await this.sectorOpinions.list(actor, { state: 'accepted', limit: 50 });
    const [first] = items;
    if (!first || items.length < 2) return '';
    const alike = items.filter(({ theme }) => theme === first.theme);
    const chosen = (alike.length >= 2 ? alike : items).slice(0, MOST_OPINIONS);
    const opinionIds = chosen.map(({ id }) => id);
    const id = await this.voices.compose(actor, { opinionIds, theme: first.theme });
    const { version } = await this.views.show(actor, id);
    const theme = alike.length >= 2 ? OPINION_THEME_LABELS[first.theme] : '群众关心的几件事';
    const titles = chosen.map(({ title }) => title.replace(/^关于/u, '').replace(/的建议$/u, ''));
    await this.voices.save(actor, id, {
      version,
      title: `${member.sector.name}关于${theme}的集体建议`.slice(0, 60),
      sections: {
        situation: `近一段时间，本界别多位委员从群众来信中反映了${titles.join('、')}等问题，涉及多个乡镇。`,
        analysis: '这些问题看似零散，根子大多在管护责任不清、信息不公开、资金安排与群众需求衔接不够。',
        suggestion: `${titles.map((title, index) => `${ORDINALS[index]}、${title}`).join('；')}。每件明确牵头单位和时限，办理情况向群众公开。`,
      },
    });
    return id;
  }

  private async circulate({ actor }: ActingMember, id: string): Promise<void> {
    const { version, allowedActions } = await this.views.show(actor, id);
    if (allowedActions.includes('circulate')) await this.voices.circulate(actor, id, { version });
  }

  /** The contributors who have not answered do: all agree, or the first objects. */
  private async respond(id: string, object: boolean, community: Community): Promise<void> {
    for (const contributor of community.members) {
      const view = await this.viewOf(contributor.actor, id);
      if (object && view?.allowedActions.includes('object')) {
        const words = '管护资金的说法建议核实后再写，避免引起误解。';
        await this.answers.object(contributor.actor, id, { version: view.version, words });
        return;
      }
      if (view?.allowedActions.includes('agree')) {
        await this.answers.agree(contributor.actor, id, { version: view.version });
      }
    }
  }

  /** A contributor's view of it, or undefined for members who did not contribute. */
  private async viewOf(actor: Actor, id: string) {
    return this.views.show(actor, id).catch(() => undefined);
  }

  private async revise({ actor }: ActingMember, id: string): Promise<void> {
    const before = await this.views.show(actor, id);
    if (!before.allowedActions.includes('recall')) return;
    await this.voices.recall(actor, id, { version: before.version });
    const { version } = await this.views.show(actor, id);
    const analysis = '这些问题看似零散，根子大多在管护责任不清、信息不公开。管护资金的情况已向主管部门核实。';
    await this.voices.save(actor, id, { version, sections: { analysis } });
  }

  private async submit({ actor }: ActingMember, id: string): Promise<void> {
    const { version, allowedActions } = await this.views.show(actor, id);
    if (allowedActions.includes('submit')) await this.voices.submit(actor, id, { version });
  }

  private async accept(office: Actor, id: string): Promise<void> {
    const { version, allowedActions } = await this.views.show(office, id);
    if (allowedActions.includes('accept')) await this.intake.accept(office, id, { version });
  }
}
