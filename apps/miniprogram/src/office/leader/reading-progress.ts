interface Readable {
  readonly id: string;
}

/** The first item that was not read yet, or the first one when all were. */
export function firstUnread<T extends Readable>(items: readonly T[], read: ReadonlySet<string>): T | undefined {
  return items.find((item) => !read.has(item.id)) ?? items[0];
}

/** How far the reading is, for the button that goes on with it: `开始阅读`, `接着读第 3 件`, `从头再读`. */
export function readOnWords(items: readonly Readable[], read: ReadonlySet<string>): string {
  const at = items.findIndex((item) => !read.has(item.id));
  if (at < 0) return '从头再读';
  return at === 0 && items.every((item) => !read.has(item.id)) ? '开始阅读' : `接着读第 ${at + 1} 件`;
}
