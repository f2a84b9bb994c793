/**
 * The cells of a block as Excel and LibreOffice put it on the clipboard: tabs between cells, line breaks between rows, and
 * quotes around a cell that holds either; a quote within is doubled.
 */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = withoutLastBreak(text);
  while (at <= source.length) {
    const quoted = source[at] === '"' ? quotedCell(source, at) : undefined;
    const end = quoted?.end ?? plainEnd(source, at);
    row.push(quoted?.text ?? source.slice(at, end));
    if (source[end] === '\t') {
      at = end + 1;
    } else {
      rows.push(row);
      row = [];
      at = end + (source.startsWith('\r\n', end) ? 2 : 1);
    }
  }
  return rows;
}

/** A single cell comes with a line break of its own, which means nothing. */
export function isBlock(text: string): boolean {
  return /[\t\r\n]/.test(withoutLastBreak(text));
}

function withoutLastBreak(text: string): string {
  return text.replace(/\r?\n$|\r$/, '');
}

function plainEnd(source: string, from: number): number {
  const length = source.slice(from).search(/[\t\r\n]/);
  return length < 0 ? source.length : from + length;
}

/** Nothing where the quote is a character like others: 「"A" 評価」 is not a quoted cell, for it goes on behind its end. */
function quotedCell(source: string, from: number): { text: string; end: number } | undefined {
  const quoted = /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(source.slice(from));
  return quoted ? { text: (quoted[1] ?? '').replaceAll('""', '"'), end: from + quoted[0].length } : undefined;
}
