import { Wanted } from '../form/finding';
import type { Row, Section, Sheet, TownCells } from './sheet';

/** What the reader has asked to see. Empty strings ask for nothing. */
export interface Filter {
  section: string;
  grade: string;
  town: string;
  text: string;
  onlyChecks: boolean;
  onlyNotes: boolean;
}

export const NO_FILTER: Filter = { section: '', grade: '', town: '', text: '', onlyChecks: false, onlyNotes: false };

/** Stands for rows without a grade where a grade is asked for. */
export const UNMEASURED = ' ';

export type Line =
  | { kind: 'section'; key: string; section: Section; depth: number; count: number; folded: boolean }
  | { kind: 'row'; key: string; row: Row; depth: number; expanded: boolean }
  | { kind: 'town'; key: string; row: Row; town: TownCells; first: boolean };

export function isFiltered(filter: Filter): boolean {
  return Object.values(filter).some(Boolean);
}

export function matching(sheet: Sheet, filter: Filter): Row[] {
  const sections = filter.section ? descendants(sheet.sections, filter.section) : undefined;
  const wanted = new Wanted(filter.text);
  return sheet.rows.filter(
    (row) =>
      (!sections || sections.has(row.section)) &&
      (!filter.grade || (row.grade?.label ?? UNMEASURED) === filter.grade) &&
      (!filter.town || row.reporters.includes(filter.town)) &&
      (!filter.onlyChecks || row.checks.length > 0) &&
      (!filter.onlyNotes || row.noteCount > 0) &&
      wanted.finds(row.no, row.name, row.unit, row.kindLabel)
  );
}

/**
 * The lines of the table: sections above their rows, the towns below an unfolded row. Rows that are sorted otherwise than
 * the plan (flat) have no sections.
 */
export function linesOf(
  sheet: Sheet,
  rows: Row[],
  folded: ReadonlySet<string>,
  expanded: ReadonlySet<string>,
  town: string,
  flat = false
): Line[] {
  const sections = new Map(sheet.sections.map((section) => [section.number, section]));
  const counts = countsOf(rows, sections);
  const lines: Line[] = [];
  let standing: Section[] = [];
  for (const row of rows) {
    const path = flat ? [] : pathTo(row.section, sections);
    const hidden = path.findIndex((section) => folded.has(section.number));
    const shown = hidden < 0 ? path : path.slice(0, hidden + 1);
    shown.forEach((section, depth) => {
      if (standing[depth] !== section) {
        standing = standing.slice(0, depth);
        const count = counts.get(section.number) ?? 0;
        lines.push({ kind: 'section', key: `s${section.number}`, section, depth, count, folded: folded.has(section.number) });
        standing[depth] = section;
      }
    });
    standing = standing.slice(0, shown.length);
    if (hidden < 0) {
      const open = expanded.has(row.no) || town !== '';
      lines.push({ kind: 'row', key: `r${row.no}`, row, depth: path.length, expanded: open });
      if (open) {
        row.byTown
          .filter((part) => !town || part.town === town)
          .forEach((part, index) =>
            lines.push({ kind: 'town', key: `t${row.no}/${part.town}`, row, town: part, first: index === 0 })
          );
      }
    }
  }
  return lines;
}

export function pathTo(number: string, sections: ReadonlyMap<string, Section>): Section[] {
  const path: Section[] = [];
  let section = sections.get(number);
  while (section && !path.includes(section)) {
    path.unshift(section);
    section = section.parent === null ? undefined : sections.get(section.parent);
  }
  return path;
}

function countsOf(rows: Row[], sections: ReadonlyMap<string, Section>): Map<string, number> {
  const counts = new Map<string, number>();
  rows.forEach((row) =>
    pathTo(row.section, sections).forEach(({ number }) => counts.set(number, (counts.get(number) ?? 0) + 1))
  );
  return counts;
}

function descendants(sections: Section[], root: string): Set<string> {
  const byNumber = new Map(sections.map((section) => [section.number, section]));
  return new Set(
    sections
      .filter((section) => pathTo(section.number, byNumber).some((ancestor) => ancestor.number === root))
      .map((section) => section.number)
  );
}
