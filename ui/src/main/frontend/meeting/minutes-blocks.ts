/** What a person writes minutes with: blocks of few kinds, stored as the small Markdown that screens and papers read. */
export const KINDS = [
  { kind: 'title', label: '題名', mark: '# ' },
  { kind: 'heading', label: '見出し', mark: '## ' },
  { kind: 'subheading', label: '小見出し', mark: '### ' },
  { kind: 'paragraph', label: '文', mark: '' },
  { kind: 'item', label: '箇条書き', mark: '- ' },
  { kind: 'subitem', label: '箇条書き（一つ下）', mark: '  - ' },
  { kind: 'decided', label: '決まったこと', mark: '**決まったこと**　' }
] as const;

/** `asis` is what none of the kinds can hold, such as a quotation: it stays as it is. */
export type Kind = (typeof KINDS)[number]['kind'] | 'asis';

export interface Block {
  kind: Kind;
  text: string;
}

const DECIDED = '**決まったこと**　';
const HEADINGS: readonly Kind[] = ['title', 'heading', 'subheading'];

/** What would be a sign of markup at the beginning of a line, and is meant as it stands. */
const SIGN = /^(\s*)(#{1,6}(?=\s|$)|[>]|[-+*](?=\s|$)|[-=]+\s*$|\d{1,9}(?=[.)](?:\s|$)))/;
const ESCAPED = /^(\s*)(?:\\([#>+*=-])|(\d{1,9})\\(?=[.)]))/;
const FOREIGN = /^\s*(>|[+*]\s|\d{1,9}[.)]\s|#{4,}\s)|^\s{4,}\S|^\s+-\s/;

/** Below an item, further in, and no item of its own. */
const CONTINUED = /^ {2,}(?![-+*]\s|\d{1,9}[.)]\s|>)\S/;

function isItem(kind: Kind | undefined): boolean {
  return kind === 'item' || kind === 'subitem';
}

function escape(line: string): string {
  return line.replace(SIGN, (_all, space: string, sign: string) =>
    /^\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`
  );
}

function unescape(line: string): string {
  return line.replace(ESCAPED, (_all, space: string, sign?: string, digits?: string) => `${space}${sign ?? digits ?? ''}`);
}

function begun(line: string): Block | undefined {
  const heading = /^(#{1,3})\s+(.*)$/.exec(line);
  if (heading) {
    return { kind: HEADINGS[(heading[1] ?? '').length - 1] ?? 'heading', text: unescape(heading[2] ?? '') };
  }
  const item = /^( {0,3})-\s+(.*)$/.exec(line);
  if (item) {
    return { kind: (item[1] ?? '').length >= 2 ? 'subitem' : 'item', text: unescape(item[2] ?? '') };
  }
  if (FOREIGN.test(line)) {
    return { kind: 'asis', text: line };
  }
  if (line.startsWith(DECIDED)) {
    return { kind: 'decided', text: line.slice(DECIDED.length) };
  }
  return undefined;
}

/** The blocks of a text; nothing of it is lost. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of markdown.split(/\r?\n/)) {
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    const goesOn = isItem(open?.kind) && CONTINUED.test(line);
    const next = goesOn ? undefined : begun(line);
    if (open?.kind === 'asis' && (next === undefined || next.kind === 'asis')) {
      open.text += `\n${line}`;
    } else if (next) {
      blocks.push(next);
      open = HEADINGS.includes(next.kind) ? undefined : next;
    } else if (open) {
      open.text += `\n${unescape(line.trim())}`;
    } else {
      open = { kind: 'paragraph', text: unescape(line.trim()) };
      blocks.push(open);
    }
  }
  return blocks.length === 0 ? [{ kind: 'paragraph', text: '' }] : blocks;
}

function written({ kind, text }: Block): string {
  if (kind === 'asis') {
    return text;
  }
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) {
    return '';
  }
  if (HEADINGS.includes(kind)) {
    return (KINDS.find((known) => known.kind === kind)?.mark ?? '') + lines.join('　');
  }
  if (kind === 'item' || kind === 'subitem') {
    const indent = kind === 'item' ? '' : '  ';
    return lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${escape(line)}`).join('\n');
  }
  return kind === 'decided'
    ? DECIDED + lines.map((line, index) => (index === 0 ? line : escape(line))).join('\n')
    : lines.map(escape).join('\n');
}

/** The text that is stored of the blocks; empty ones leave no trace. */
export function markdownOf(blocks: readonly Block[]): string {
  let text = '';
  let before: Kind | undefined;
  for (const block of blocks) {
    const part = written(block);
    if (part !== '') {
      text += (before === undefined ? '' : isItem(before) && isItem(block.kind) ? '\n' : '\n\n') + part;
      before = block.kind;
    }
  }
  return text === '' ? '' : `${text}\n`;
}
