import { cardId } from './SectorOpinionCard';

/** Brings the card that the keyboard has come to into sight. */
export function showCard(id: string): void {
  document.getElementById(cardId(id))?.scrollIntoView({ block: 'nearest' });
}
