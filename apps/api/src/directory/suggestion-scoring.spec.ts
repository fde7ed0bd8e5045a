import { NATIONAL_SECTORS } from '@lianxin/shared';
import { describe, expect, it } from 'vitest';
import { type Candidate, rankCandidates, type Wish } from './suggestion-scoring.js';
import { TOPICS } from './topics.js';

const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  workUnit: '某单位',
  post: '',
  field: '',
  sectorId: `${more.sectorName ?? '宗教界'}-id`,
  sectorName: '宗教界',
  committeeName: null,
  townshipId: null,
  townshipName: null,
  letters: 0,
  answered: 0,
  ...more,
});

const CANDIDATES = [
  candidate('doctor', { workUnit: '连心县人民医院', post: '医师', field: '慢性病防治', sectorName: '医药卫生界' }),
  candidate('pharmacist', { field: '中药材', sectorName: '医药卫生界', townshipId: 't1', townshipName: '清溪镇' }),
  candidate('teacher', { workUnit: '县一中', field: '高中教育', sectorName: '教育界' }),
  candidate('farmer', {
    workUnit: '石门乡合作社',
    field: '水稻种植',
    sectorName: '农业界',
    townshipId: 't2',
    townshipName: '石门乡',
  }),
  candidate('lawyer', { field: '民事法律、纠纷调解', sectorName: '社会科学界' }),
  candidate('engineer', { workUnit: '交通运输中心', field: '农村公路', sectorName: '经济界' }),
  candidate('guardian', { field: '污水治理', sectorName: '环境资源界' }),
  candidate('worker', { workUnit: '县纺织厂', sectorName: '中华全国总工会' }),
  candidate('carer', { workUnit: '福利院', field: '养老服务', sectorName: '社会福利和社会保障界' }),
];

const best = (wish: Wish) => rankCandidates(CANDIDATES, wish, 5);

describe('who is suggested for the words of a letter', () => {
  it.each<[string, Partial<Wish>, string, string]>([
    ['卫生院看病拿药不方便，慢性病防治的药经常没有', {}, 'doctor', '慢性病防治'],
    ['孩子上学太远，老师也不够', {}, 'teacher', '高中教育'],
    ['今年的水稻打农药没有用，收成不好', {}, 'farmer', '水稻种植'],
    ['和邻居的合同纠纷想请人调解', {}, 'lawyer', '纠纷调解'],
    ['村口的公路坑洼不平，路灯也不亮', {}, 'engineer', '农村公路'],
    ['河水又黑又臭，有工厂排污', {}, 'guardian', '污水治理'],
    ['老板欠薪三个月', {}, 'worker', '中华全国总工会'],
    ['敬老院的老人没人照顾', {}, 'carer', '养老服务'],
    ['想见见清溪镇的委员', {}, 'pharmacist', '同在清溪镇'],
    ['我在县纺织厂上班', {}, 'worker', '您提到的县纺织厂'],
    ['你好', { townshipId: 't2' }, 'farmer', '同在石门乡'],
    ['你好', { sectorId: '教育界-id' }, 'teacher', '教育界'],
  ])('%s', (text, more, id, reason) => {
    const [first] = best({ text, ...more });
    expect(first?.candidate.id).toBe(id);
    expect(first?.reason).toContain(reason);
  });

  it('is nobody when nothing speaks for anybody', () => {
    expect(best({ text: '你好' })).toEqual([]);
    expect(best({ text: '', townshipId: null, sectorId: null })).toEqual([]);
  });

  it('is the nearer one of two who know the matter', () => {
    const ids = best({ text: '看病难', townshipId: 't1' }).map(({ candidate: { id } }) => id);
    expect(ids.slice(0, 2)).toEqual(['pharmacist', 'doctor']);
  });

  it('is the one who answers more, of equals', () => {
    const twins = [
      candidate('silent', { sectorName: '体育界', letters: 10, answered: 1 }),
      candidate('new', { sectorName: '体育界' }),
      candidate('busy', { sectorName: '体育界', letters: 10, answered: 9 }),
    ];
    const ids = rankCandidates(twins, { text: '球场坏了' }, 2).map(({ candidate: { id } }) => id);
    expect(ids).toEqual(['busy', 'new']);
  });
});

it('knows only sectors that exist, and each word once a topic', () => {
  for (const { sectors, words } of TOPICS) {
    expect(sectors.filter((sector) => !NATIONAL_SECTORS.some((name) => name === sector))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  }
});
