import { describe, expect, it } from 'vitest';
import { likenessInWords, textToCompare } from './similar';

describe('what is looked for', () => {
  it('is title and text, cut off where the API takes no more', () => {
    const sections = [{ key: 'situation', label: '情况', text: '路'.repeat(600) }];
    const text = textToCompare({ title: '标题', sections });
    expect(text.startsWith('标题\n路')).toBe(true);
    expect([...text]).toHaveLength(500);
  });
});

describe('likeness', () => {
  it.each([
    [0.824, '很像 82%'],
    [0.6, '很像 60%'],
    [0.4, '比较像 40%'],
    [0.1, '有点像 10%'],
  ])('%d is said as %s', (likeness, words) => {
    expect(likenessInWords(likeness)).toBe(words);
  });
});
