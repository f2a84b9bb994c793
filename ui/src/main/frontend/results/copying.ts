import type { Cell, Row, Sheet, TownCells } from './sheet';

/** A row that is copied, or a town's line below it. */
export interface Chosen {
  row: Row;
  town: TownCells | null;
}

/**
 * What a spreadsheet takes of chosen rows: one line each, a cell for every value, figures as numbers. The table on the
 * screen has lines within its cells, which a spreadsheet would make rows of their own.
 */
export function copied(sheet: Sheet, chosen: Chosen[]): string[][] {
  const head = [
    'No.',
    '指標',
    '単位',
    sheet.baselineLabel,
    ...sheet.years.map(({ label }) => label),
    sheet.targetLabel,
    '進捗率',
    '前年差',
    '達成度',
  ];
  return [head, ...chosen.map(({ row, town }) => (town ? townCells(sheet, row, town) : rowCells(sheet, row)))];
}

function rowCells(sheet: Sheet, row: Row): string[] {
  return [
    row.no,
    row.name,
    row.unit,
    data(row.baseline?.text),
    ...yearCells(sheet, row.cells),
    data(row.target?.text),
    row.progressPercent === null ? '' : data(row.progressText),
    data(row.changeText),
    row.grade?.label ?? '',
  ];
}

function townCells(sheet: Sheet, row: Row, town: TownCells): string[] {
  return [row.no, `${row.name}（${town.name}）`, row.unit, '', ...yearCells(sheet, town.cells), '', '', '', ''];
}

function yearCells(sheet: Sheet, cells: Cell[]): string[] {
  return sheet.years.map(({ year }) => {
    const cell = cells.find((candidate) => candidate.year === year);
    return cell?.missing ? (cell.missing.note ?? cell.missing.label) : data(cell?.text);
  });
}

/** Papers and screens write △ below zero, data writes -. */
function data(text: string | null | undefined): string {
  return (text ?? '').replace(/^△(?=\d)/, '-');
}

export function asText(lines: string[][]): string {
  return lines.map((line) => line.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n');
}

export function asTable(lines: string[][]): string {
  const rows = lines.map((line) => `<tr>${line.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  return `<table>${rows.join('')}</table>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
