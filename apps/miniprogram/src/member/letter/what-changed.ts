import type { Letter, LetterMessage } from '@/api/types';

type Seen = Pick<Letter, 'state' | 'stateLabel' | 'member'> & {
  readonly messages: readonly Pick<LetterMessage, 'id' | 'author' | 'text'>[];
};

/** Characters of a message that are enough to recognise it. */
const EXCERPT = 40;

function excerptOf(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')}…` : characters.join('');
}

/** What happened to a letter between two looks at it, in sentences for the member who was writing an answer meanwhile. */
export function whatChanged(before: Seen, after: Seen): readonly string[] {
  const known = new Set(before.messages.map((message) => message.id));
  const changes = after.messages
    .filter((message) => !known.has(message.id))
    .map((message) =>
      message.author === 'member'
        ? `您在另一台设备上已经回复：“${excerptOf(message.text)}”`
        : `写信人又写了：“${excerptOf(message.text)}”`,
    );
  if (after.member.id !== before.member.id) changes.push(`这封信已经转给${after.member.name}委员。`);
  if (after.state !== before.state) changes.push(`来信现在的状态是“${after.stateLabel}”。`);
  return changes;
}
