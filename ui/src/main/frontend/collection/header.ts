import { type Content, type Field, plainWords } from './entry';

/** Which column of a pasted block fills which field. */
export type Columns = Map<Field, number>;

/** A block without its heading: what its columns are called, and the rows below in their places. */
export interface Headed {
  /** The words of each column, those of all heading rows together; none where the block has no heading. */
  words?: string[];
  /** How many rows are title and heading. */
  count: number;
  body: string[][];
}

/** So far down may the heading stand: title, unit, heading. */
const HEADING_WITHIN = 4;
const ERA: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925 };
const YEAR = /(令和|平成|昭和|[rhs])(元|\d{1,2})(?!\d)|((?:19|20)\d{2})(?!\d)/;
const NAMES = /^(no\.?|番号|記号|指標|指標名|指標番号|指標の名称|kpi)$/;
const FIGURES = new RegExp(
  `^(${YEAR.source}|年度?|前年度?|昨年度?|今年度?|本年度?|当年度?|圏域|[^\\d、。]{1,6}[市町村県]|の)*実績(値|額|数)?(\\(.*\\))?$`
);
/** Longer words are a sentence. */
const LONGEST = 24;
const FIGURE = /^[△▲−-]?[\d,]+(\.\d+)?%?$/;
const BARE_YEAR = /^(19|20)\d{2}$/;
const OF_ANOTHER_KIND = /目標|計画|見込|基準|現状|達成|進捗|評価|差|率|前年|昨年|前回/;

export function isBlankRow(row: string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/**
 * Parts the heading from the rows. A heading says what its columns are; a text that only speaks of 実績 is none, and its row
 * keeps its place.
 */
export function headed(cells: string[][]): Headed {
  const filled = cells.map((row, index) => ({ row, index })).filter(({ row }) => !isBlankRow(row));
  const heading = filled.slice(0, HEADING_WITHIN).findLast(({ row }) => isHeading(row));
  if (!heading || cells.slice(heading.index + 1).every(isBlankRow)) {
    return { count: 0, body: cells };
  }
  const above = filled.filter(({ index }) => index <= heading.index).map(({ row }) => row);
  return { words: combined(above), count: above.length, body: cells.slice(heading.index + 1) };
}

function isHeading(row: string[]): boolean {
  const words = row.map(plainWords);
  return (
    words.some((cell) => NAMES.test(cell) || saysFigures(cell)) &&
    !words.some((cell) => FIGURE.test(cell) && !BARE_YEAR.test(cell))
  );
}

function saysFigures(words: string): boolean {
  return words.length <= LONGEST && FIGURES.test(words);
}

/** Merged cells of the upper rows stand for all columns below them: 令和5年度 above 目標 and 実績. */
function combined(rows: string[][]): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const words = Array<string>(width).fill('');
  rows.forEach((row, index) => {
    const merged = index < rows.length - 1 && row.filter((cell) => cell.trim() !== '').length > 1;
    let last = '';
    for (let column = 0; column < width; column++) {
      const cell = plainWords(row[column] ?? '');
      last = cell || (merged ? last : '');
      words[column] = (words[column] ?? '') + last;
    }
  });
  return words;
}

export function isNumberHeading(words: string | undefined): boolean {
  return /^(no\.?|番号|指標番号|記号)$/.test(words ?? '');
}

export function isNameHeading(words: string | undefined): boolean {
  return /指標(名|の名称)?$|^kpi$/.test(words ?? '');
}

/**
 * The columns that a heading names: this year's figures, never those of another year.
 *
 * @return none where the heading names none of them; a text where it has figures, but not once this year's
 */
export function columnsOf(words: string[], content: Content): Columns | string | undefined {
  const wanted = yearIn(plainWords(content.thisYearLabel));
  const at = words.map((word, column) => ({ word, column, year: yearIn(word) }));
  const figures = at.filter(({ word }) => word.includes('実績') && !OF_ANOTHER_KIND.test(word));
  const ofYear = figures.filter(({ year }) => year === wanted);
  const bare = at.filter(({ word, year }) => year === wanted && saysFigures(`${word}実績`));
  const found = [ofYear, bare, figures.filter(({ year }) => year === undefined)].find((each) => each.length > 0) ?? [];
  const own = found.length > 1 ? found.filter(({ word }) => isOfTown(word, content)) : found;
  const year = content.thisYearLabel.replace(/\s*実績.*$/, '');
  if (own.length !== 1 && (figures.length > 0 || found.length > 0)) {
    return found.length > 1
      ? `見出しに ${year} の実績が ${found.length} 列あり、どれか分かりません。1 列だけをコピーしてください`
      : `見出しに ${year} の実績の列がありません`;
  }
  const columns: Columns = new Map();
  const put = (field: Field, column: number | undefined): void => {
    if (column !== undefined) {
      columns.set(field, column);
    }
  };
  put('value', own[0]?.column);
  put('referenceYear', at.find(({ word }) => /^(値の)?年度$/.test(word))?.column);
  put('note', at.find(({ word, column }) => column !== own[0]?.column && /^注|備考|^理由/.test(word))?.column);
  return columns.size > 0 ? columns : undefined;
}

function isOfTown(word: string, content: Content): boolean {
  const town = /^(.{1,12}?[市町村])の/.exec(plainWords(content.caption))?.[1];
  return town !== undefined && word.includes(town);
}

function yearIn(words: string): number | undefined {
  const found = YEAR.exec(words);
  if (!found) {
    return undefined;
  }
  const [, era = '', year, western] = found;
  const before = ERA[era];
  if (western) {
    return Number(western);
  }
  return before === undefined ? undefined : before + (year === '元' ? 1 : Number(year));
}
