/**
 * The one rule by which words are found: widths, letters' sizes, hiragana or katakana, kinds of dashes, middle dots and
 * spaces are nobody's concern. ばるーん finds バルーン, ﾊﾞﾙｰﾝ and ＢＡＬＬＯＯＮ's like find theirs.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ー‐‑‒–—―−]/g, '-')
    .replace(/[\s・]/g, '');
}

/** A number as people write it out: No.9, №9, 第9, 9番. Only digits and what stands between them. */
const WRITTEN_NUMBER = /^(?:no\.?|番号|第)([0-9][0-9a-z.-]*)番?$|^([0-9][0-9a-z.-]*)番$/;

/** What somebody looks for: every word must be found, in any order. */
export class Wanted {
  private readonly words: readonly string[];

  constructor(text: string) {
    this.words = text
      .normalize('NFKC')
      .replace(/(no\.?|番号)\s+(?=\d)/gi, '$1')
      .split(/\s+/)
      .map(folded)
      .filter(Boolean);
  }

  /**
   * Whether something is what is looked for.
   *
   * @param number its own number; one that is written out as such finds this number and those below it, not those that contain it
   * @param texts what else it says
   */
  finds(number: string, ...texts: string[]): boolean {
    const own = folded(number);
    const all = [number, ...texts].map(folded);
    return this.words.every(
      (word) => numbered(own, numberIn(word)) || all.some((text) => text.includes(word))
    );
  }

  /** How near it is: 0 the very number, 1 a number or 2 a name that begins so, 3 anything else. */
  rank(number: string, name: string): number {
    const word = this.words.join('');
    const own = folded(number);
    const begin = numberIn(word) ?? word;
    return own === begin ? 0 : own.startsWith(begin) ? 1 : folded(name).startsWith(word) ? 2 : 3;
  }
}

function numberIn(word: string): string | undefined {
  const found = WRITTEN_NUMBER.exec(word);
  return found?.[1] ?? found?.[2];
}

function numbered(own: string, wanted: string | undefined): boolean {
  return wanted !== undefined && (own === wanted || own.startsWith(`${wanted}-`));
}
