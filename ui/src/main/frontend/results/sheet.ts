/** The results sheet as the server sends it; the records of jp.kyosei.ui.results.ResultsSheet have the same names. */

export interface Sheet {
  years: Year[];
  currentYear: number;
  baselineLabel: string;
  targetLabel: string;
  unmeasuredLabel: string;
  grades: GradeCount[];
  sections: Section[];
  towns: Town[];
  rows: Row[];
}

export interface Year {
  year: number;
  label: string;
}

export interface Grade {
  label: string;
  tone: string;
}

export interface GradeCount extends Grade {
  meaning: string;
  count: number;
  previous: number | null;
}

export interface Section {
  number: string;
  parent: string | null;
  title: string;
  levelName: string;
}

export interface Town {
  code: string;
  name: string;
}

export interface Missing {
  label: string;
  note: string | null;
}

export interface Cell {
  year: number;
  text: string;
  missing: Missing | null;
  reference: string | null;
  partial: boolean;
  provisional: boolean;
  number: number | null;
}

export interface TownCells {
  town: string;
  name: string;
  cells: Cell[];
}

export interface Check {
  code: string;
  year: number | null;
  label: string;
  message: string;
  /** Why the figure stands, once somebody has said so. */
  confirmed: string | null;
  confirmable: boolean;
}

export interface Row {
  no: string;
  href: string;
  kind: string;
  kindLabel: string;
  name: string;
  unit: string;
  section: string;
  cumulative: boolean;
  baseline: { text: string; year: string | null; note: string | null } | null;
  target: { text: string; year: string | null } | null;
  cells: Cell[];
  progressText: string;
  progressPercent: number | null;
  changeText: string | null;
  grade: Grade | null;
  previousGrade: string | null;
  consolidationLabel: string | null;
  reporters: string[];
  byTown: TownCells[];
  checks: Check[];
  noteCount: number;
}

/** The number that a figure begins with, as municipal papers write it; none where it does not begin with one. */
export function figure(text: string | undefined | null): number | null {
  const plain = (text ?? '').normalize('NFKC').replace(/[,\s]/g, '').replace(/^[△▲−―]/, '-');
  const number = /^-?\d+(\.\d+)?/.exec(plain);
  return number ? Number(number[0]) : null;
}

export function tone(grade: Grade | null | undefined): string {
  return (grade?.tone ?? 'none').toLowerCase();
}

/** Whether anybody has written a note; a column that is empty throughout is left out. */
export function hasNotes(sheet: Sheet): boolean {
  return sheet.rows.some((row) => row.noteCount > 0);
}
