import sharp from 'sharp';
import type { Dice } from './dice.js';

const WIDTH = 960;
const HEIGHT = 720;
const SKIES = ['#cfe8f7', '#f8e3c4', '#dfe9e2', '#e9dff0'];
const HILLS = ['#7fa37a', '#6b8f8c', '#a0a36b', '#8a9a6f'];
const FIELDS = ['#c9b458', '#9fbf6a', '#b58b5a', '#8fb37f'];

function drawing(dice: Dice): string {
  const horizon = dice.between(300, 420);
  const peak = () => `${dice.between(0, WIDTH)},${dice.between(140, horizon - 40)}`;
  const sun = `<circle cx="${dice.between(120, 840)}" cy="${dice.between(80, 180)}" r="${dice.between(34, 60)}" fill="#fff4d2"/>`;
  const road = `<path d="M${dice.between(380, 580)} ${horizon} L${dice.between(100, 400)} ${HEIGHT} L${dice.between(560, 860)} ${HEIGHT} Z" fill="#d8d2c4"/>`;
  const houses = Array.from({ length: dice.between(2, 5) }, () => {
    const x = dice.between(40, 840);
    const side = dice.between(50, 90);
    return `<g><rect x="${x}" y="${horizon - side / 2}" width="${side}" height="${side}" fill="#f3efe6"/><path d="M${x - 8} ${horizon - side / 2} l${side / 2 + 8} -${side / 2} l${side / 2 + 8} ${side / 2} Z" fill="#9b5a45"/></g>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="${dice.pick(SKIES)}"/>${sun}
    <path d="M0 ${horizon} L${peak()} L${peak()} L${WIDTH} ${horizon} Z" fill="${dice.pick(HILLS)}"/>
    <rect y="${horizon}" width="100%" height="${HEIGHT - horizon}" fill="${dice.pick(FIELDS)}"/>${road}${houses}</svg>`;
}

/** Simple drawn views of village and town, as JPEG, in place of people's photos. */
export function landscapes(dice: Dice, count: number): Promise<Buffer[]> {
  const drawings = Array.from({ length: count }, () => Buffer.from(drawing(dice)));
  return Promise.all(drawings.map((svg) => sharp(svg).jpeg({ quality: 82 }).toBuffer()));
}
