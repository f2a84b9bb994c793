import type { Line } from './line';

export type Filter = 'mine' | 'all' | 'open' | 'findings';

export const FILTERS: readonly { key: Filter; label: string }[] = [
  { key: 'mine', label: '自分の担当' },
  { key: 'all', label: 'すべて' },
  { key: 'open', label: '未入力' },
  { key: 'findings', label: '指摘' },
];

/** A finding that somebody has confirmed asks no more. */
export function matches({ row }: Line, filter: Filter): boolean {
  switch (filter) {
    case 'mine':
      return row.mine;
    case 'all':
      return true;
    case 'open':
      return row.state === '未入力';
    case 'findings':
      return row.findings.some((finding) => finding.confirmed === null);
  }
}

export function counts(lines: Line[]): Record<Filter, number> {
  const count = (filter: Filter): number => lines.filter((line) => matches(line, filter)).length;
  return { mine: count('mine'), all: count('all'), open: count('open'), findings: count('findings') };
}
