import { type Content, type Edit, type Field, FIELDS, type Preview, type Row, type Typed } from './entry';
import type { Line } from './line';

/** A pasted row that has found its indicator, or not. */
export interface Found {
  /** As it stands in the pasted block, for a person to recognise. */
  label: string;
  line?: Line;
  edit?: Edit;
  /** Why it cannot be put in; empty where it can. */
  reason: string;
  /** What the server made of it. */
  preview?: Preview;
}

export interface Block {
  rows: Found[];
  /** Cells right of the last column that can be filled. */
  dropped: number;
}

export const NOT_FOUND = '指標が見つかりません';
const CONTRADICTION = '番号と名前が別の指標です';
const TWICE = '同じ指標が二度あります';
const BELOW = '表の行が足りません';

/** Number, field, project and name: further right stand figures. */
const NAMES_WITHIN = 4;
const YEAR = /^\s*([HRSＨＲＳ]|平成|令和)\s*[\d０-９元]/;

type Find = (cell: string, lines: Line[]) => Line | undefined;
type Columns = Map<Field, number>;

export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function numberOf(text: string): string {
  return plainWords(text).replace(/^no\.?/, '');
}

/**
 * Lays a block of cells over the rows: by the number or the name that its first columns hold, whatever their order, else
 * from the focused cell downwards.
 */
export function lay(cells: string[][], content: Content, lines: Line[], visible: Line[], from: Line, field: Field): Block {
  const rows = cells.filter((row) => row.some((cell) => cell.trim() !== ''));
  const header = rows.length > 1 && isHeader(rows[0]) ? rows[0] : undefined;
  const body = header ? rows.slice(1) : rows;
  const naming = namingColumns(body, lines);
  return naming.length > 0
    ? byName(body, header, naming, content, lines)
    : byPosition(body, visible.slice(visible.indexOf(from)), field);
}

function isHeader(row: string[]): boolean {
  return row.some((cell) => /実績|指標|^no\.?$/.test(plainWords(cell))) && !row.some((cell) => /^[\d,.]{3,}$/.test(cell));
}

/**
 * The columns that say which indicator a row is. Names are recognised behind other columns too; numbers alone only in
 * front, for figures may look like them, and not before a year, which stands behind a figure.
 */
function namingColumns(rows: string[][], lines: Line[]): number[] {
  const width = Math.max(...rows.map((row) => row.length));
  const first = [...Array(Math.min(width, NAMES_WITHIN)).keys()];
  const mostly = (column: number, find: Find): boolean => {
    const found = rows.map((row) => find(row[column] ?? '', lines)).filter((line) => line !== undefined);
    return found.length * 2 > rows.length && new Set(found).size * 2 > rows.length;
  };
  const name = first.find((column) => mostly(column, lineByName));
  const number = first.slice(0, name ?? 1).find((column) => mostly(column, lineByNumber));
  const naming = [number, name].filter((column) => column !== undefined);
  const figuresOnly = name === undefined && rows.filter((row) => YEAR.test(row[1] ?? '')).length * 2 > rows.length;
  return width > naming.length && !figuresOnly ? naming : [];
}

function lineByNumber(cell: string, lines: Line[]): Line | undefined {
  const number = numberOf(cell);
  return number === '' ? undefined : lines.find(({ row }) => numberOf(row.no) === number);
}

function lineByName(cell: string, lines: Line[]): Line | undefined {
  const words = numberOf(cell);
  return words === '' ? undefined : lines.find(({ row }) => namesOf(row).includes(words));
}

function namesOf({ no, name, nameKey }: Row): string[] {
  return [name, nameKey, no + name, ...nameKey.split(/[|\n]/)].map(numberOf).filter(Boolean);
}

/** The line of a row, or why it has none: a number and a name that contradict each other are nobody's. */
function lineOf(row: string[], naming: number[], lines: Line[]): Line | string {
  const found = naming
    .map((column) => lineByName(row[column] ?? '', lines) ?? lineByNumber(row[column] ?? '', lines))
    .filter((line) => line !== undefined);
  const [line] = found;
  return line === undefined ? NOT_FOUND : found.every((other) => other === line) ? line : CONTRADICTION;
}

function byName(
  rows: string[][],
  header: string[] | undefined,
  naming: number[],
  content: Content,
  lines: Line[]
): Block {
  const found = rows.map((row) => lineOf(row, naming, lines));
  const columns = (header && fromHeader(header, content)) ?? inOrder(rows, found, naming);
  const seen = new Set<Line>();
  const laid = rows.map((row, index): Found => {
    const line = found[index];
    const words = row.map((cell) => cell.trim());
    if (typeof line === 'string') {
      return { label: words.slice(0, NAMES_WITHIN).filter(Boolean).join(' '), reason: line };
    }
    const label = naming.map((column) => words[column]).join(' ');
    const twice = seen.has(line);
    seen.add(line);
    return twice ? { label, line, reason: TWICE } : filled(label, line, row, columns);
  });
  return { rows: laid, dropped: 0 };
}

/** The column of this year rather than any other year's; nothing where the header tells no figure's column. */
function fromHeader(header: string[], content: Content): Columns | undefined {
  const words = header.map(plainWords);
  const wanted = plainWords(content.thisYearLabel);
  const exact = words.findIndex((word) => word === wanted);
  const containing = exact >= 0 ? exact : words.findIndex((word) => word.includes(wanted));
  const value = containing >= 0 ? containing : words.findLastIndex((word) => word.includes('実績'));
  if (value < 0) {
    return undefined;
  }
  const columns: Columns = new Map([['value', value]]);
  const referenceYear = words.findIndex((word, index) => index !== value && /^(値の)?年度$/.test(word));
  const note = words.findIndex((word, index) => index !== value && /^注|備考|理由/.test(word));
  if (referenceYear >= 0) {
    columns.set('referenceYear', referenceYear);
  }
  if (note >= 0) {
    columns.set('note', note);
  }
  return columns;
}

/** Without a header: what stands behind number, name and unit, in the order of the table. */
function inOrder(rows: string[][], found: (Line | string)[], naming: number[]): Columns {
  const width = Math.max(...rows.map((row) => row.length));
  const isUnit = (column: number): boolean => {
    const units = rows.filter((row, index) => {
      const line = found[index];
      const unit = typeof line === 'string' ? '' : plainWords(line.row.unit);
      return unit !== '' && plainWords(row[column] ?? '') === unit;
    });
    return units.length * 2 > rows.length;
  };
  const left = [...Array(width).keys()].filter((column) => column > Math.max(...naming) && !isUnit(column));
  return new Map(FIELDS.map((field, index): [Field, number] => [field, left[index] ?? -1]).filter(([, at]) => at >= 0));
}

function byPosition(rows: string[][], visible: Line[], first: Field): Block {
  const fields = FIELDS.slice(FIELDS.indexOf(first));
  const columns: Columns = new Map(fields.map((field, index) => [field, index]));
  const width = Math.max(...rows.map((row) => row.length));
  return {
    rows: rows.map((row, index) => {
      const line = visible[index];
      const label = row.join(' ').trim();
      return line ? filled(label, line, row, columns) : { label, reason: BELOW };
    }),
    dropped: Math.max(0, width - fields.length),
  };
}

function filled(label: string, line: Line, row: string[], columns: Columns): Found {
  if (!line.row.editable) {
    return { label, line, reason: line.row.lock || '変更できません' };
  }
  const typed: Typed = { ...line.typed };
  columns.forEach((column, field) => {
    if (row[column] !== undefined) {
      typed[field] = row[column].replace(/\s*[\r\n]+\s*/g, ' ').trim();
    }
  });
  return { label, line, edit: { no: line.no, typed, version: line.version }, reason: '' };
}

/** Adds what the server would make of the edits. */
export function judged(block: Block, previews: Preview[]): Block {
  const byNo = new Map(previews.map((preview) => [preview.no, preview]));
  const rows = block.rows.map((row): Found => {
    const preview = row.edit && byNo.get(row.edit.no);
    return preview && !preview.understood
      ? { ...row, edit: undefined, preview, reason: preview.message || '読み取れません' }
      : { ...row, preview };
  });
  return { ...block, rows };
}
