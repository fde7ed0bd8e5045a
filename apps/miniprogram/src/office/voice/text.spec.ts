import { describe, expect, it } from 'vitest';
import { keptText, sameText, textOf, type VoiceText } from './text';

const text: VoiceText = {
  title: '校门口的路',
  theme: 'transport',
  situation: '没有斑马线',
  analysis: '车多',
  suggestion: '',
};

describe('the text of a sector voice', () => {
  it('is put together from the parts that the server has', () => {
    const sections = [
      { key: 'analysis', label: '分析', text: '车多' },
      { key: 'situation', label: '情况', text: '没有斑马线' },
    ];
    expect(textOf({ title: text.title, theme: 'transport', sections })).toEqual(text);
  });

  it('is the same with spaces at its ends, and another with other words or another theme', () => {
    expect(sameText(text, { ...text, analysis: '车多 \n' })).toBe(true);
    expect(sameText(text, { ...text, analysis: '车 多' })).toBe(false);
    expect(sameText(text, { ...text, theme: 'safety' })).toBe(false);
  });

  it('comes back from the device', () => {
    expect(keptText(JSON.stringify(text))).toEqual(text);
  });

  it.each([
    ['nothing', undefined],
    ['something broken', '{'],
    ['something empty', 'null'],
    ['a theme that is no more', JSON.stringify({ ...text, theme: 'gone' })],
  ])('is not made of %s', (_what, stored) => {
    expect(keptText(stored)).toBeUndefined();
  });
});
