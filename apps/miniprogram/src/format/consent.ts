/** What a writer agreed to, as those read it who may quote the letter in an opinion. */
export function consentInWords(letter: { readonly consentOpinion: boolean; readonly consentName: boolean }): string {
  if (!letter.consentOpinion) return '写信人没有同意引用';
  return letter.consentName ? '写信人同意引用，可以写姓名' : '写信人同意引用，不写姓名';
}
