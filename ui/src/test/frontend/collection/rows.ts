import type { Content, Row, Typed } from '../../../main/frontend/collection/entry';
import { Line } from '../../../main/frontend/collection/line';

export const EMPTY: Typed = { value: '', referenceYear: '', note: '' };

export function typed(value: string, note = '', referenceYear = ''): Typed {
  return { value, referenceYear, note };
}

/** An editable row of the entry matrix in which nothing is stored. */
export function row(no: string, name: string, given: Partial<Row> = {}): Row {
  return {
    no,
    name,
    nameKey: name,
    unit: '人',
    ratio: false,
    mine: true,
    last: '',
    lastNote: '',
    typed: EMPTY,
    version: '0',
    change: '',
    state: '',
    tone: '',
    editable: true,
    lock: '',
    hint: '',
    findings: [],
    ...given,
  };
}

export function lines(...rows: Row[]): Line[] {
  return rows.map((each) => new Line(each));
}

export function content(rows: Row[]): Content {
  return { key: 'test', caption: '', lastYearLabel: 'R4実績', thisYearLabel: 'R5実績', reasons: [], rows };
}
