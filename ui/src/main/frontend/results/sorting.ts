import { figure, type Row, type Sheet } from './sheet';

/** By which column rows are sorted: the name of a column, or a year. */
export interface Sorting {
  column: string;
  descending: boolean;
}

/** What a click on the head of a column asks for: downwards, upwards, then the order of the plan again. */
export function next(current: Sorting | null, column: string): Sorting | null {
  if (current?.column !== column) {
    return { column, descending: true };
  }
  return current.descending ? { column, descending: false } : null;
}

export function ariaSort(current: Sorting | null, column: string): 'ascending' | 'descending' | 'none' {
  if (current?.column !== column) {
    return 'none';
  }
  return current.descending ? 'descending' : 'ascending';
}

/** The rows in that order; of equals the order of the plan. Rows that have nothing there come last, either way. */
export function sorted(rows: Row[], sheet: Sheet, sorting: Sorting): Row[] {
  const key = keyOf(sheet, sorting.column);
  const sign = sorting.descending ? -1 : 1;
  return rows
    .map((row, place) => ({ row, place, value: key(row) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null) {
        return Number(one.value === null) - Number(other.value === null) || one.place - other.place;
      }
      return sign * compared(one.value, other.value) || one.place - other.place;
    })
    .map(({ row }) => row);
}

function compared(one: number | string, other: number | string): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'ja', { numeric: true });
}

function keyOf(sheet: Sheet, column: string): (row: Row) => number | string | null {
  switch (column) {
    case 'no':
      return (row) => row.no;
    case 'name':
      return (row) => row.name;
    case 'baseline':
      return (row) => figure(row.baseline?.text);
    case 'target':
      return (row) => figure(row.target?.text);
    case 'progress':
      return (row) => (row.progressPercent === null ? null : (figure(row.progressText) ?? row.progressPercent));
    case 'grade': {
      // The best grade is the highest.
      const places = new Map(sheet.grades.map((grade, place) => [grade.label, sheet.grades.length - place]));
      return (row) => (row.grade ? (places.get(row.grade.label) ?? 0) : null);
    }
    default:
      return (row) => row.cells.find(({ year }) => String(year) === column)?.number ?? null;
  }
}
