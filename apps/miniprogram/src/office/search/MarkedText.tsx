import { Text } from '@tarojs/components';
import { type Mark, markedPieces } from './marks';

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A text with the words found in it standing out. */
export function MarkedText({ text, marks }: MarkedTextProps) {
  return (
    <>
      {markedPieces(text, marks).map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
        <Text key={index} className={piece.found ? 'search__found' : ''}>
          {piece.text}
        </Text>
      ))}
    </>
  );
}
