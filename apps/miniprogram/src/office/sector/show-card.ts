/** WeChat has no keyboard that would leave the screen behind. */
export function showCard(_id: string): void {}
