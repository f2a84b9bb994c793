import { type Content, type Edit, type Field, FIELDS, inWords, plainWords, type Preview, same, type Typed, typedOver } from './entry';
import { type Columns, columnsOf, headed, isBlankRow } from './header';
import type { Line } from './line';
import { doubtfulNumbers, lineOf, type Named, type Naming, namesOfAnother, namingColumns } from './naming';

/** What the person has said of a block where it could mean two things, or would take something away. */
export interface Answers {
  /** What a first column of numbers without names is; unanswered, nothing can be put in. */
  numbers?: 'rows' | 'figures';
  /** Whether rows are taken whose number fits and whose name does not. */
  byNumberOnly: boolean;
  /** Whether a blank cell clears what stands in the table; else it leaves it. */
  clear: boolean;
}

export const UNANSWERED: Answers = { byNumberOnly: false, clear: false };

/** Why a row is left out. */
export type Left = 'blank' | 'unknown' | 'locked' | 'number' | 'other';

/** A pasted row, what it leads to, and what it would do. */
export interface Found {
  /** As it stands in the pasted block, for a person to recognise. */
  label: string;
  /** What was to go into the line: its figure with year and note, as it stands in the block. */
  pasted?: string;
  line?: Line;
  edit?: Edit;
  /** What stood in the line when the edit was made of it. */
  before?: Typed;
  /** Whether its blank cells would take something away, were that asked for. */
  clears: boolean;
  left?: Left;
  /** Why it cannot be put in; empty where it can. */
  reason: string;
  /** What the server made of it. */
  preview?: Preview;
}

export interface Block {
  answers: Answers;
  rows: Found[];
  /** How many rows are title and heading; they are put nowhere. */
  heading: number;
  /** Cells right of the last column that can be filled. */
  dropped: number;
  /** The words of the column of which nobody but the person knows whether it holds numbers of indicators. */
  doubtful?: string[];
  /** Why none of it can be put in; empty where it can. */
  refusal: string;
}

/** Where a block was put down. */
export interface Spot {
  content: Content;
  lines: Line[];
  visible: Line[];
  from: Line;
  field: Field;
}

const TWICE = '同じ指標の行がいくつかあります。どれか 1 つにしてください';
const BELOW = '表の行が足りません';
const ONLY_NUMBER = '番号は合いますが、名前が合いません';

/**
 * Lays a block of cells over the rows: by the names of indicators that stand in it, whatever their order, else from the
 * focused cell downwards, row by row; a blank row keeps its place.
 */
export function lay(cells: string[][], spot: Spot, answers: Answers): Block {
  const { words, count, body } = headed(cells);
  const filled = body.filter((row) => !isBlankRow(row));
  const block: Block = { answers, rows: [], heading: count, dropped: 0, refusal: '' };
  const columns = words && columnsOf(words, spot.content);
  if (typeof columns === 'string') {
    return { ...block, rows: body.map((row) => skipped(row, 'other', columns)), refusal: columns };
  }
  const naming = namingColumns(filled, words, spot.lines);
  if (naming.name !== undefined) {
    return { ...block, rows: byName(body, naming, columns, spot.lines, answers) };
  }
  const named = words ? namesOfAnother(words) : {};
  if (named.name !== undefined || named.number !== undefined) {
    return { ...block, rows: byName(body, named, columns, spot.lines, answers) };
  }
  const number = columns ? undefined : doubtfulNumbers(filled, spot.lines);
  if (number === undefined) {
    return { ...block, ...byPosition(body, columns, spot, answers) };
  }
  const doubtful = filled.map((row) => (row[number] ?? '').trim());
  switch (answers.numbers) {
    case undefined:
      return { ...block, doubtful };
    case 'figures':
      return { ...block, doubtful, ...byPosition(body, undefined, spot, answers) };
    case 'rows':
      return { ...block, doubtful, rows: byName(body, { number }, columns, spot.lines, { ...answers, byNumberOnly: true }) };
  }
}

function byName(
  rows: string[][],
  naming: Naming,
  headed: Columns | undefined,
  lines: Line[],
  answers: Answers
): Found[] {
  const found = rows.map((row) => (isBlankRow(row) ? undefined : lineOf(row, naming, lines)));
  const columns = headed ?? inOrder(rows, found, naming);
  const said = found.map((named) => (named && 'reason' in named ? undefined : lineIn(named)));
  return rows.map((row, index): Found => {
    const named = found[index];
    const line = said[index];
    const label = labelOf(row, naming);
    if (!named) {
      return skipped(row, 'blank', '');
    }
    if ('reason' in named) {
      return { label, clears: false, left: 'unknown', reason: named.reason };
    }
    const pasted = line && pastedIn(row, columns);
    if ('byNumber' in named && !answers.byNumberOnly) {
      return { label, pasted, line, clears: false, left: 'number', reason: ONLY_NUMBER };
    }
    if (line && said.filter((other) => other === line).length > 1) {
      return { label, pasted, line, clears: false, left: 'other', reason: TWICE };
    }
    return line ? filled(label, line, row, columns, answers) : skipped(row, 'unknown', '');
  });
}

function lineIn(named: Named | undefined): Line | undefined {
  return named && ('line' in named ? named.line : 'byNumber' in named ? named.byNumber : undefined);
}

function labelOf(row: string[], { number, name }: Naming): string {
  const naming = [number, name].filter((column) => column !== undefined);
  const words = naming.map((column) => (row[column] ?? '').trim()).filter(Boolean);
  return words.length > 0 ? words.join(' ') : row.map((cell) => cell.trim()).filter(Boolean).join(' ');
}

/** Without a heading: what stands behind number, name and unit, in the order of the table. A merged name leaves blank columns. */
function inOrder(rows: string[][], found: (Named | undefined)[], { number, name }: Naming): Columns {
  const width = Math.max(...rows.map((row) => row.length));
  const isBlank = (column: number): boolean => rows.every((row) => (row[column] ?? '').trim() === '');
  const isUnit = (column: number): boolean => {
    const units = rows.filter((row, index) => {
      const unit = plainWords(lineIn(found[index])?.row.unit ?? '');
      return unit !== '' && plainWords(row[column] ?? '') === unit;
    });
    return units.length * 2 > rows.length;
  };
  const last = Math.max(number ?? -1, name ?? -1);
  const left = [...Array(width).keys()].filter((column) => column > last && !isUnit(column));
  const from = left.findIndex((column) => !isBlank(column));
  const filled = from < 0 ? left : left.slice(from);
  return new Map(FIELDS.map((field, index): [Field, number] => [field, filled[index] ?? -1]).filter(([, at]) => at >= 0));
}

function byPosition(
  rows: string[][],
  headed: Columns | undefined,
  { visible, from, field }: Spot,
  answers: Answers
): Pick<Block, 'rows' | 'dropped'> {
  const fields = FIELDS.slice(FIELDS.indexOf(field));
  const columns: Columns = headed ?? new Map(fields.map((each, index) => [each, index]));
  const below = visible.slice(visible.indexOf(from));
  const width = Math.max(...rows.map((row) => row.length));
  return {
    rows: rows.map((row, index) => {
      const line = below[index];
      const label = row.join(' ').trim();
      return line ? filled(label, line, row, columns, answers) : skipped(row, isBlankRow(row) ? 'blank' : 'other', BELOW);
    }),
    dropped: headed ? 0 : Math.max(0, width - fields.length),
  };
}

function skipped(row: string[], left: Left, reason: string): Found {
  return { label: row.map((cell) => cell.trim()).filter(Boolean).join(' '), clears: false, left, reason };
}

function filled(label: string, line: Line, row: string[], columns: Columns, answers: Answers): Found {
  const typed: Partial<Typed> = {};
  const blank: Partial<Typed> = {};
  columns.forEach((column, field) => {
    const text = cellText(row, column);
    (text === '' ? blank : typed)[field] = text;
  });
  const pasted = pastedIn(row, columns);
  const kept = typedOver(line.typed, typed);
  const cleared = typedOver(line.typed, { ...blank, ...typed });
  const clears = !same(kept, cleared);
  const isNothing = Object.keys(typed).length === 0;
  if (!line.row.editable) {
    const left = isNothing ? 'blank' : 'locked';
    return { label, pasted, line, clears: false, left, reason: line.row.lock || '変更できません' };
  }
  if (isNothing && !(answers.clear && clears)) {
    return { label, line, clears, left: 'blank', reason: '空欄です。今の値のままにします' };
  }
  const edit = { no: line.no, typed: answers.clear ? cleared : kept, version: line.version };
  return { label, pasted, line, edit, before: line.typed, clears, reason: '' };
}

function cellText(row: string[], column: number): string {
  return (row[column] ?? '').replace(/\s*[\r\n]+\s*/g, ' ').trim();
}

/** In words, for a person to recognise: 361,234（H28）. */
function pastedIn(row: string[], columns: Columns): string {
  const typed: Typed = { value: '', referenceYear: '', note: '' };
  columns.forEach((column, field) => {
    typed[field] = cellText(row, column);
  });
  return inWords(typed);
}

/** Adds what the server would make of the edits. */
export function judged(block: Block, previews: Preview[]): Block {
  const byNo = new Map(previews.map((preview) => [preview.no, preview]));
  const rows = block.rows.map((row): Found => {
    const preview = row.edit && byNo.get(row.edit.no);
    return preview && !preview.understood
      ? { ...row, edit: undefined, left: 'other', preview, reason: preview.message || '読み取れません' }
      : { ...row, preview };
  });
  return { ...block, rows };
}

/** The rows that would look different afterwards. */
export function changing(block: Block): Found[] {
  return block.rows.filter(({ edit, before }) => edit && before && !same(edit.typed, before));
}

/** Those of them in which something stands now. */
export function replacing(block: Block): Found[] {
  return changing(block).filter(({ before }) => before && FIELDS.some((field) => before[field] !== ''));
}
