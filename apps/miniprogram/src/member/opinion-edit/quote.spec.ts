import { describe, expect, it } from 'vitest';
import { chosenIn, quoteExcess, quoteOf, sentencesOf } from './quote';

const letter = '路灯坏了一个月。晚上看不清路！\n老人都不敢出门，怎么办？“请快修。”谢谢';
const sentences = sentencesOf(letter);

describe('sentences of a letter', () => {
  it('are the whole letter, word for word', () => {
    expect(sentences.join('')).toBe(letter);
    expect(sentences.map((sentence) => sentence.trim())).toEqual([
      '路灯坏了一个月。',
      '晚上看不清路！',
      '老人都不敢出门，怎么办？',
      '“请快修。”',
      '谢谢',
    ]);
  });

  it.each(['', '没有句号', '。。。', '一行\n\n二行'])('hold for “%s”', (text) => {
    expect(sentencesOf(text).join('')).toBe(text);
  });
});

describe('a quoted passage', () => {
  it('keeps neighbours together and says where something is left out', () => {
    expect(quoteOf(sentences, new Set([0, 1]))).toBe('路灯坏了一个月。晚上看不清路！');
    expect(quoteOf(sentences, new Set([3, 0]))).toBe('路灯坏了一个月。……“请快修。”');
    expect(quoteOf(sentences, new Set())).toBe('');
  });

  it.each([[[0]], [[0, 1]], [[0, 3]], [[1, 2, 4]], [[0, 1, 2, 3, 4]]])('of the sentences %j is found again', (at) => {
    const quote = quoteOf(sentences, new Set(at));
    expect([...chosenIn(sentences, quote)]).toEqual(at);
  });

  it('that is not in the letter chooses nothing', () => {
    expect([...chosenIn(sentences, '别的话。')]).toEqual([]);
    expect([...chosenIn(sentences, null)]).toEqual([]);
  });

  it('finds the second of two equal sentences after the first', () => {
    const twice = sentencesOf('快修。谢谢。快修。');
    expect([...chosenIn(twice, '快修。……快修。')]).toEqual([0, 2]);
  });

  it('is counted against what the API takes', () => {
    expect(quoteExcess('字'.repeat(500))).toBe(0);
    expect(quoteExcess('字'.repeat(503))).toBe(3);
  });
});
