import { folded } from '../form/finding';
import { type Row } from './entry';
import { isNameHeading, isNumberHeading } from './header';
import type { Line } from './line';

/** The columns that say which indicator a row is. */
export interface Naming {
  number?: number;
  name?: number;
}

/** What a row's number and name lead to. */
export type Named =
  | { line: Line }
  /** Only the number leads to it; what stands beside it is another name, or none. */
  | { byNumber: Line }
  | { reason: string };

export const NOT_FOUND = '指標が見つかりません';
const CONTRADICTION = '番号と名前が別の指標です';
const AMBIGUOUS = '同じ名前の指標がいくつかあります。番号の列も一緒にコピーしてください';

/** Number, field, project and name: further right stand figures. */
const NAMES_WITHIN = 4;
const YEAR = /^\s*([HRSＨＲＳ]|平成|令和)\s*[\d０-９元]/;

function numberOf(text: string): string {
  return folded(text).replace(/^no\.?/, '');
}

function namesOf({ no, name, nameKey }: Row): string[] {
  return [name, nameKey, no + name, ...nameKey.split(/[|\n]/)].map(numberOf).filter(Boolean);
}

function byNumber(cell: string | undefined, lines: Line[]): Line | undefined {
  const number = numberOf(cell ?? '');
  return number === '' ? undefined : lines.find(({ row }) => numberOf(row.no) === number);
}

function byName(cell: string | undefined, lines: Line[]): Line[] {
  const words = numberOf(cell ?? '');
  return words === '' ? [] : lines.filter(({ row }) => namesOf(row).includes(words));
}

/**
 * The columns that say which indicator a row is. Names are recognised wherever they stand; numbers beside them count only
 * where they agree with most of them, for a column of running numbers is none of the plan's. Numbers without any name are no
 * evidence at all, for small figures look like them: whether they are meant is asked.
 *
 * @param heading the words of each column, where the block has a heading
 */
export function namingColumns(rows: string[][], heading: string[] | undefined, lines: Line[]): Naming {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const first = [...Array(Math.min(width, NAMES_WITHIN)).keys()];
  const named = first
    .map((column) => ({ column, found: rows.filter((row) => byName(row[column], lines).length > 0).length }))
    .filter(({ column, found }) => {
      const texts = rows.filter((row) => (row[column] ?? '').trim() !== '').length;
      return found > 0 && (found * 2 > texts || isNameHeading(heading?.[column]));
    })
    .sort((one, other) => other.found - one.found);
  const name = named[0]?.column;
  if (name === undefined || width < 2) {
    return {};
  }
  return { name, number: first.slice(0, name).find((column) => agrees(rows, column, name, lines)) };
}

function agrees(rows: string[][], number: number, name: number, lines: Line[]): boolean {
  const both = rows.flatMap((row) => {
    const line = byNumber(row[number], lines);
    const named = byName(row[name], lines);
    return line && named.length > 0 ? [named.includes(line)] : [];
  });
  return both.filter(Boolean).length * 2 > both.length;
}

/**
 * The column whose cells could be numbers of indicators as well as figures, where no heading says what they are; nothing where
 * they are clearly figures.
 */
export function doubtfulNumbers(rows: string[][], lines: Line[]): number | undefined {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const found = rows.map((row) => byNumber(row[0], lines)).filter((line) => line !== undefined);
  const mostly = found.length * 2 > rows.length && new Set(found).size * 2 > rows.length;
  // A year stands behind a figure, never behind a number.
  const years = rows.filter((row) => YEAR.test(row[1] ?? '')).length * 2 > rows.length;
  return width > 1 && mostly && !years ? 0 : undefined;
}

/** The columns that a heading calls names and numbers, though no name in them is known: no row is found by its place then. */
export function namesOfAnother(heading: string[]): Naming {
  const name = heading.findIndex((words) => isNameHeading(words));
  const number = heading.findIndex((words) => isNumberHeading(words));
  return { name: name < 0 ? undefined : name, number: number < 0 ? undefined : number };
}

/** The indicator of a row; a number and a name that contradict each other are nobody's. */
export function lineOf(row: string[], { number, name }: Naming, lines: Line[]): Named {
  const numbered = number === undefined ? undefined : byNumber(row[number], lines);
  const named = name === undefined ? [] : byName(row[name], lines);
  if (named.length > 1) {
    return numbered && named.includes(numbered) ? { line: numbered } : { reason: AMBIGUOUS };
  }
  const [line] = named;
  if (line) {
    return numbered && numbered !== line ? { reason: CONTRADICTION } : { line };
  }
  return numbered ? { byNumber: numbered } : { reason: NOT_FOUND };
}
