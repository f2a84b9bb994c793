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
  reasons: string[];
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

/**
 * A cell after some of its fields were typed anew; a field that is absent was left alone. A new figure or reason begins a new
 * entry, in which only what was typed with it stands: the year and the words of the old one go. The year or the note alone
 * leaves the figure as it is, and so does the same figure once more. Words that stood there without a figure wait for one.
 * The table is at `TypedCell.with` on the server.
 */
export function typedOver(before: Typed, typed: Partial<Typed>): Typed {
  const value = typed.value ?? before.value;
  const isNew = before.value !== '' && plainFigure(value) !== plainFigure(before.value);
  return {
    value: plainFigure(value) === plainFigure(before.value) ? before.value : value,
    referenceYear: typed.referenceYear ?? (isNew ? '' : before.referenceYear),
    note: typed.note ?? (isNew ? '' : before.note),
  };
}

/** Words as they are compared: widths, spaces and letters' sizes are nobody's concern. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** 1,234 and １２３４ are the same figure. */
function plainFigure(text: string): string {
  return text.normalize('NFKC').replace(/[,\s]/g, '');
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
