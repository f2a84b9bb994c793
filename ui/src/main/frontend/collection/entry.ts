/** What the entry matrix shows and asks; written by `EntryContent` on the server, whose names these are. */
export interface Typed {
  value: string;
  referenceYear: string;
  note: string;
}

export type Field = keyof Typed;

export interface Finding {
  code: string;
  label: string;
  message: string;
  confirmed: string | null;
}

export interface Row {
  no: string;
  name: string;
  nameKey: string;
  unit: string;
  ratio: boolean;
  mine: boolean;
  last: string;
  lastNote: string;
  typed: Typed;
  version: string;
  change: string;
  state: string;
  tone: string;
  editable: boolean;
  lock: string;
  hint: string;
  findings: Finding[];
}

export interface Content {
  key: string;
  caption: string;
  lastYearLabel: string;
  thisYearLabel: string;
  rows: Row[];
}

export interface Edit {
  no: string;
  typed: Typed;
  version: string;
}

export interface Theirs {
  typed: Typed;
  who: string;
  when: string;
}

export interface Answer {
  no: string;
  outcome: 'SAVED' | 'UNCHANGED' | 'NOT_UNDERSTOOD' | 'CONFLICT' | 'LOCKED';
  row: Row;
  message: string;
  theirs: Theirs | null;
}

export interface Preview {
  no: string;
  understood: boolean;
  before: string;
  after: string;
  message: string;
}

export interface Presence {
  no: string;
  who: string;
}

/** The server's half of the component. */
export interface Desk {
  save(edits: Edit[]): Promise<Answer[]>;
  preview(edits: Edit[]): Promise<Preview[]>;
  selected(no: string): Promise<void>;
}

export const FIELDS: readonly Field[] = ['value', 'referenceYear', 'note'];

export function same(one: Typed, other: Typed): boolean {
  return FIELDS.every((field) => one[field] === other[field]);
}

export function headings(content: Content): Record<Field, string> {
  return { value: content.thisYearLabel, referenceYear: '値の年度', note: '注・理由' };
}

/** The three fields in one line, for a person to compare: 361,234（H28）主催者発表. */
export function inWords(typed: Typed): string {
  const year = typed.referenceYear ? `（${typed.referenceYear}）` : '';
  const note = typed.note ? `　注：${typed.note}` : '';
  return `${typed.value || '空欄'}${year}${note}`;
}
