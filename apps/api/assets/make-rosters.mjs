/**
 * Makes roster-template.xlsx and demonstration-roster.xlsx anew, the same every time. Run it after `pnpm build`:
 * `node apps/api/assets/make-rosters.mjs`. The people are fictional: a surname with 示范, 演示 or 样例.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { unzipSync, zipSync } from 'fflate';
import { writeRoster } from '../dist/src/directory/roster-sheet.js';

const here = (name) => new URL(name, import.meta.url);
const { county, term, committees, townships } = JSON.parse(
  await readFile(here('demonstration-directory.json'), 'utf8'),
);

const GIVEN_NAMES = ['示范', '演示', '样例'];
const SURNAMES = '林 陈 王 张 李 赵 周 吴 郑 孙 钱 曾 单 欧阳 何 罗 梁 宋 唐 许'.split(' ');

/** Each sector with three members: work unit, post, field, committee (its place in the list). */
const SECTORS = [
  [
    '医药卫生界',
    4,
    [
      ['县人民医院', '内科主任医师', '基层医疗、慢性病防治'],
      ['县中医院', '副院长', '中医药、康复护理'],
      ['清溪镇卫生院', '院长', '乡村医疗、家庭医生'],
    ],
  ],
  [
    '教育界',
    4,
    [
      ['县第一中学', '高级教师', '高中教育、心理健康'],
      ['县实验小学', '校长', '小学教育、课后服务'],
      ['县职业技术学校', '教研室主任', '职业教育、技能培训'],
    ],
  ],
  [
    '农业界',
    2,
    [
      ['县农业技术推广站', '高级农艺师', '水稻种植、病虫害防治'],
      ['云岭镇茶叶专业合作社', '理事长', '茶叶种植、农产品销售'],
      ['石门乡畜牧兽医站', '站长', '生猪养殖、动物防疫'],
    ],
  ],
  [
    '经济界',
    1,
    [
      ['县发展规划研究室', '研究员', '县域经济、产业规划'],
      ['县农村商业银行', '信贷部经理', '农村金融、小额贷款'],
      ['县交通运输服务中心', '工程师', '农村公路、公共交通'],
    ],
  ],
  [
    '中华全国工商业联合会',
    1,
    [
      ['同心食品加工厂', '厂长', '食品加工、民营企业'],
      ['桥头镇电商服务站', '负责人', '农村电商、物流配送'],
      ['县商会', '副会长', '个体工商户、营商环境'],
    ],
  ],
  [
    '科学技术界',
    4,
    [
      ['县信息技术服务中心', '工程师', '数字乡村、网络通信'],
      ['县气象站', '高级工程师', '气象预报、防灾减灾'],
      ['县农机研究所', '所长', '农业机械、智能装备'],
    ],
  ],
  [
    '文化艺术界',
    6,
    [
      ['县文化馆', '馆长', '群众文化、非遗保护'],
      ['县剧团', '演员', '地方戏曲、乡村演出'],
      ['县图书馆', '研究馆员', '公共阅读、古籍保护'],
    ],
  ],
  [
    '体育界',
    4,
    [
      ['县体育中心', '主任', '全民健身、场馆管理'],
      ['县少年体校', '教练', '青少年体育、篮球'],
      ['县武术协会', '会长', '传统武术、社区体育'],
    ],
  ],
  [
    '新闻出版界',
    6,
    [
      ['县融媒体中心', '记者', '新闻采编、舆论监督'],
      ['县广播电视站', '编辑', '广播电视、应急广播'],
      ['县史志研究室', '编辑', '地方史志、文化传播'],
    ],
  ],
  [
    '环境资源界',
    3,
    [
      ['县环境监测站', '高级工程师', '环境监测、污水治理'],
      ['县林场', '场长', '森林资源、生态修复'],
      ['县水务公司', '工程师', '饮水安全、河道治理'],
    ],
  ],
  [
    '社会福利和社会保障界',
    5,
    [
      ['县社会福利院', '院长', '养老服务、儿童福利'],
      ['县残疾人服务中心', '主任', '残疾人康复、就业帮扶'],
      ['东河街道社会工作站', '站长', '社会工作、社区养老'],
    ],
  ],
  [
    '中华全国总工会',
    5,
    [
      ['县职工服务中心', '主任', '职工权益、就业服务'],
      ['县公交公司', '驾驶员', '公交运营、职工维权'],
      ['县纺织厂', '车间主任', '技能培训、劳动保护'],
    ],
  ],
  [
    '中华全国妇女联合会',
    5,
    [
      ['县妇幼保健院', '副主任医师', '妇幼保健、儿童早教'],
      ['县家庭服务中心', '负责人', '家庭教育、婚姻调解'],
      ['茶山乡巾帼合作社', '理事长', '妇女创业、手工编织'],
    ],
  ],
  [
    '中国共产主义青年团和中华全国青年联合会',
    0,
    [
      ['县青年创业园', '负责人', '青年创业、返乡就业'],
      ['县志愿服务总队', '队长', '志愿服务、应急救援'],
      ['杨柳湾镇青年农场', '场长', '智慧农业、青年人才'],
    ],
  ],
  [
    '社会科学界',
    5,
    [
      ['连心法律服务所', '律师', '民事法律、纠纷调解'],
      ['县社会科学联合会', '研究员', '社会治理、乡村振兴'],
      ['县统计学会', '统计师', '民生统计、社会调查'],
    ],
  ],
  [
    '少数民族界',
    7,
    [
      ['石门乡民族小学', '校长', '民族教育、双语教学'],
      ['云岭镇民族村', '村医', '民族医药、乡村卫生'],
      ['县民族文化传习所', '所长', '民族文化、手工艺传承'],
    ],
  ],
  [
    '宗教界',
    7,
    [
      ['县佛教协会', '副会长', '公益慈善、文物保护'],
      ['县道教协会', '秘书长', '传统文化、古建筑保护'],
      ['县伊斯兰教协会', '会长', '民族团结、清真食品'],
    ],
  ],
  [
    '中华全国归国华侨联合会',
    7,
    [
      ['县侨联服务中心', '主任', '侨务服务、海外联络'],
      ['侨乡果业公司', '总经理', '果树种植、农产品出口'],
      ['县华侨中学', '教师', '侨乡教育、国际交流'],
    ],
  ],
  [
    '中国科学技术协会',
    4,
    [
      ['县科普馆', '馆长', '科学普及、青少年科技'],
      ['县防震减灾中心', '工程师', '地质灾害、应急科普'],
      ['县养蜂协会', '会长', '蜜蜂养殖、农村科普'],
    ],
  ],
  [
    '中国民主建国会',
    0,
    [
      ['县建筑设计院', '建筑师', '城乡规划、老旧小区改造'],
      ['东河物业服务公司', '经理', '物业管理、电梯安全'],
      ['县会计师事务所', '会计师', '财税服务、小微企业'],
    ],
  ],
];

const people = SECTORS.flatMap(([sector, committee, posts], sectorIndex) =>
  posts.map(([workUnit, post, field], postIndex) => {
    const index = sectorIndex * GIVEN_NAMES.length + postIndex;
    const employer = workUnit.replace(/^县/, county);
    return {
      number: `LX-${String(index + 1).padStart(4, '0')}`,
      name: SURNAMES[sectorIndex] + GIVEN_NAMES[postIndex],
      workUnit: employer,
      post,
      field,
      sector,
      committee: index % 4 === 3 ? '' : committees[committee],
      township: townships[(sectorIndex * 3 + postIndex) % townships.length],
      term,
      bio: `演示人物，并无其人。在${employer}任${post}，关注${field.replace('、', '与')}。`,
    };
  }),
);

/** Writes the workbook with a fixed time on its parts, so that the same rows give the same bytes. */
async function save(name, rows) {
  const parts = unzipSync(await writeRoster(rows));
  await writeFile(here(name), zipSync(parts, { mtime: new Date(2026, 0, 1) }));
}

await save('roster-template.xlsx', []);
await save('demonstration-roster.xlsx', people);
