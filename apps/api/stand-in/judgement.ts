import sharp from 'sharp';

/** A judgement as WeChat's content checks give it. */
export interface Judgement {
  readonly suggest: 'pass' | 'review' | 'risky';
  readonly label: number;
}

const PASS: Judgement = { suggest: 'pass', label: 100 };

/** Words that stand for content of each kind: the stand-in has no opinion of its own. */
export const MARKED_WORDS: Readonly<Record<string, Judgement>> = {
  演示广告词: { suggest: 'risky', label: 10001 },
  演示时政词: { suggest: 'risky', label: 20001 },
  演示色情词: { suggest: 'risky', label: 20002 },
  演示辱骂词: { suggest: 'risky', label: 20003 },
  演示违法词: { suggest: 'risky', label: 20006 },
  演示欺诈词: { suggest: 'risky', label: 20008 },
  演示低俗词: { suggest: 'risky', label: 20012 },
  演示侵权词: { suggest: 'risky', label: 20013 },
  演示违禁词: { suggest: 'risky', label: 21000 },
  演示待审词: { suggest: 'review', label: 21000 },
};

/** Judges a text by {@link MARKED_WORDS}; every other text passes. */
export function judgeText(text: string): Judgement {
  const word = Object.keys(MARKED_WORDS).find((marked) => text.includes(marked));
  return (word && MARKED_WORDS[word]) || PASS;
}

const STRONG = 180;
const WEAK = 90;

/** Judges a picture by its mean colour: red is risky (20002), blue needs a review (20012), every other passes. @throws when it is no picture. */
export async function judgePicture(bytes: Buffer): Promise<Judgement> {
  const { channels } = await sharp(bytes).toColourspace('srgb').stats();
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean);
  if (red > STRONG && green < WEAK && blue < WEAK) return { suggest: 'risky', label: 20002 };
  if (blue > STRONG && green < WEAK && red < WEAK) return { suggest: 'review', label: 20012 };
  return PASS;
}
