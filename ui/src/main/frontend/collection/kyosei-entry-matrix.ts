import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isConverting } from '../form/composing';
import {
  type Content,
  type Desk,
  type Field,
  FIELDS,
  type Presence,
  type Row,
  type Typed,
  typedOver,
} from './entry';
import { counts, type Filter, matches } from './filter';
import { filterBar, tableHead } from './frame-parts';
import { cellOf, isRedo, isUndo, moveOf, opensList } from './keys';
import { Line } from './line';
import { Paste, type PasteHost } from './paste';
import { leftBehind, type RowContext, rowView } from './row-parts';
import { Saver, type SaverHost } from './saver';
import { cellsOf, isBlock } from './tsv';
import { type Change, Undo } from './undo';

const AT_A_ROW = 200;

/** Typing within one row, from the first letter until the person goes to another. */
interface Visit {
  no: string;
  /** What stood in the row. */
  before: Typed;
  /** The year and the note as far as the person has typed them in this visit. */
  beside: Partial<Typed>;
}

/**
 * The table into which a town types its actuals. It saves by itself, keeps what could not be sent, and takes blocks from
 * Excel. In the light DOM, so that the page's styles and the browser's search reach it.
 */
@customElement('kyosei-entry-matrix')
export class EntryMatrix extends LitElement implements SaverHost, PasteHost {
  @property({ attribute: false }) content?: Content;
  @property({ attribute: false }) presence: Presence[] = [];

  @state() private filter: Filter = 'all';
  @state() private current?: string;
  @state() private said = '';
  @state() private scrolls = false;

  lines: Line[] = [];
  private shown = new Set<string>();
  private undo = new Undo();
  private readonly saver = new Saver(this, (line) => this.commit(line));
  private readonly paste = new Paste(this);
  private readonly fits = new ResizeObserver(() => this.noteScrolling());
  private visit?: Visit;
  /** What stood in the row before the person began to type in the focused cell. */
  private beforeTyping?: Typed;
  private telling?: number;
  private focused?: string;

  get desk(): Desk | undefined {
    return (this as unknown as { $server?: Desk }).$server;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.saver.connect();
    this.fits.observe(this);
  }

  override disconnectedCallback(): void {
    this.saver.disconnect();
    this.fits.disconnect();
    window.clearTimeout(this.telling);
    super.disconnectedCallback();
  }

  say(message: string): void {
    this.said = message;
  }

  /** Rows that somebody else has changed. */
  async refreshRows(rows: Row[]): Promise<void> {
    await this.updateComplete;
    rows.forEach((row) => this.line(row.no)?.refresh(row));
    this.requestUpdate();
  }

  async goTo(no: string): Promise<void> {
    await this.updateComplete;
    if (!this.shown.has(no)) {
      this.show('all');
      await this.updateComplete;
    }
    (this.cell(no, 'value') ?? this.lockOf(no))?.focus();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('content') && this.content) {
      this.takeContent(this.content, changed.get('content')?.key === this.content.key);
    }
    this.focused = this.contains(document.activeElement) ? this.current : undefined;
  }

  /** The same plan, year, town and person again: what is being typed stays. */
  private takeContent(content: Content, again: boolean): void {
    const before = new Map(again ? this.lines.map((line) => [line.no, line]) : []);
    this.lines = content.rows.map((row) => {
      const line = before.get(row.no) ?? new Line(row);
      line.refresh(row);
      return line;
    });
    if (!again) {
      this.undo = new Undo();
      this.filter = content.rows.some((row) => row.mine) ? 'mine' : 'all';
    }
    this.show(this.filter);
    this.saver.restore(content.key);
    if (!again) {
      void this.updateComplete.then(() => this.begin());
    }
  }

  /** Where the work begins: the first cell that is open. Not where a keyboard would rise over the screen. */
  private begin(): void {
    const free = document.activeElement === document.body || document.activeElement === null;
    const first = this.visible().find(({ row, typed }) => row.editable && typed.value === '');
    if (first && free && window.matchMedia('(pointer: fine)').matches) {
      // The server begins at the same row; nobody is told of a person who has only opened the sheet.
      this.current = first.no;
      this.cell(first.no, 'value')?.focus();
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.content;
    if (!content) {
      return nothing;
    }
    const unsent = this.saver.unsent();
    return html`
      ${filterBar(counts(this.lines), this.filter, (filter) => this.show(filter))}
      <p class="for-screen-readers" role="status">${this.said}</p>
      <div
        class="em-scroll"
        role=${this.scrolls ? 'region' : nothing}
        aria-label=${this.scrolls ? content.caption : nothing}
        tabindex=${this.scrolls ? '0' : nothing}
      >
        ${this.table(content)}
      </div>
      ${unsent > 0
        ? html`<p class="em-unsent">${unsent} 件が未送信です。つながり次第、自動で送ります。</p>`
        : nothing}
      ${this.visible().length === 0 ? html`<p class="em-empty">当てはまる指標はありません。</p>` : nothing}
      ${this.paste.box()}
    `;
  }

  protected override updated(): void {
    this.noteScrolling();
    // The cell in which the person was may have become plain text.
    if (this.focused !== undefined && document.activeElement === document.body) {
      this.lockOf(this.focused)?.focus();
    }
  }

  private noteScrolling(): void {
    const frame = this.querySelector('.em-scroll');
    this.scrolls = frame !== null && frame.scrollWidth > frame.clientWidth + 1;
  }

  private table(content: Content): TemplateResult {
    const context = this.rowContext(content);
    const used = (field: Field): boolean => this.lines.some(({ typed }) => typed[field] !== '');
    return html`<table
      class="em-table ${used('referenceYear') ? 'em-with-year' : ''} ${used('note') ? 'em-with-note' : ''}"
      @input=${this.onInput}
      @compositionend=${this.onInput}
      @keydown=${this.onKey}
      @focusin=${this.onFocus}
      @focusout=${this.onBlur}
      @paste=${this.onPaste}
      @dragstart=${this.onDrag}
      @drop=${this.onDrop}
    >
      ${tableHead(content)}
      <tbody>
        ${repeat(
          this.visible(),
          (line) => line.no,
          (line) => rowView(line, context)
        )}
      </tbody>
    </table>`;
  }

  private rowContext(content: Content): RowContext {
    const presence = new Map<string, string[]>();
    this.presence.forEach(({ no, who }) => presence.set(no, [...(presence.get(no) ?? []), who]));
    return {
      content,
      presence,
      current: this.current,
      online: this.saver.online,
      choose: (line, reason) => this.choose(line, reason),
      keepMine: (line) => this.keepMine(line),
      takeTheirs: (line) => this.giveWay(line),
      discard: (line) => this.giveWay(line),
    };
  }

  line(no: string): Line | undefined {
    return this.lines.find((line) => line.no === no);
  }

  cell(no: string, field: Field): HTMLInputElement | null {
    return this.querySelector(`input[data-no="${CSS.escape(no)}"][data-field="${field}"]`);
  }

  private lockOf(no: string): HTMLElement | null {
    return this.querySelector(`[data-lock="${CSS.escape(no)}"]`);
  }

  /** Rows stay while they are filled, though they may no longer match: nobody's row vanishes under the hands. */
  private show(filter: Filter): void {
    this.filter = filter;
    this.shown = new Set(this.lines.filter((line) => matches(line, filter)).map((line) => line.no));
    this.requestUpdate();
  }

  private visible(): Line[] {
    return this.lines.filter((line) => this.shown.has(line.no));
  }

  private readonly onInput = (event: Event): void => {
    const cell = cellOf(event);
    const line = cell && this.line(cell.no);
    if (line) {
      this.beforeTyping ??= line.typed;
      this.type(line, cell.field, cell.input.value);
      this.saver.typing(line, isConverting(event));
      this.requestUpdate();
    }
  };

  /** A new figure takes the place of the whole cell; what it leaves behind is said at the row. */
  private type(line: Line, field: Field, text: string): void {
    if (this.visit?.no !== line.no) {
      this.visit = { no: line.no, before: line.typed, beside: {} };
    }
    const { before, beside } = this.visit;
    if (field !== 'value') {
      beside[field] = text;
      line.typed = { ...line.typed, [field]: text };
      return;
    }
    line.typed = { ...typedOver(before, { ...beside, value: text }), value: text };
    const gone: Typed = {
      value: '',
      referenceYear: line.typed.referenceYear === '' ? before.referenceYear : '',
      note: line.typed.note === '' ? before.note : '',
    };
    const wasSaid = line.leftBehind !== undefined;
    line.leftBehind = gone.referenceYear || gone.note ? gone : undefined;
    if (line.leftBehind && !wasSaid) {
      this.say(`No.${line.no} の${leftBehind(line.leftBehind)}`);
    }
  }

  private readonly onFocus = (event: FocusEvent): void => {
    const no = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-no]')?.dataset.no : undefined;
    this.beforeTyping = undefined;
    if (no !== undefined && no !== this.visit?.no) {
      this.visit = undefined;
      const line = this.line(no);
      if (line) {
        line.leftBehind = undefined;
      }
    }
    if (no !== undefined && no !== this.current) {
      this.current = no;
      window.clearTimeout(this.telling);
      this.telling = window.setTimeout(() => void this.desk?.selected(no).catch(() => undefined), AT_A_ROW);
    }
  };

  private readonly onBlur = (event: FocusEvent): void => {
    const cell = cellOf(event);
    const line = cell && this.line(cell.no);
    if (line) {
      this.commit(line);
    }
  };

  /** The typing of a row has come to rest: it becomes a step to undo, and is sent. */
  private commit(line: Line): void {
    this.saver.pause(line.no);
    if (line.uncommitted) {
      this.undo.push([{ no: line.no, before: line.committed, after: line.typed, others: line.others }]);
      line.committed = line.typed;
    }
    if (!line.unsaved) {
      line.settle();
    }
    this.saver.send();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const cell = cellOf(event);
    const line = cell && this.line(cell.no);
    if (!line) {
      return;
    }
    if (isUndo(event)) {
      event.preventDefault();
      if (line.uncommitted) {
        this.retype(line, line.committed);
      } else {
        this.step(this.undo.back(), '元に戻しました。');
      }
    } else if (isRedo(event)) {
      event.preventDefault();
      this.step(this.undo.forward(), 'やり直しました。');
    } else if (cell.field === 'value' && opensList(event)) {
      event.preventDefault();
      openList(this.querySelector(`select[data-reasons="${CSS.escape(line.no)}"]`));
    } else if (event.key === 'Escape' && this.beforeTyping !== undefined) {
      event.preventDefault();
      this.retype(line, this.beforeTyping);
    } else {
      this.move(event, cell, line);
    }
  };

  /** A reason in place of a figure is typed as one would by hand; where it says nothing by itself, words are asked for. */
  private choose(line: Line, reason: string): void {
    this.beforeTyping = line.typed;
    this.type(line, 'value', reason);
    this.saver.typing(line, false);
    this.commit(line);
    this.requestUpdate();
    this.cell(line.no, reason.startsWith('その他') ? 'note' : 'value')?.focus();
  }

  private retype(line: Line, typed: Line['typed']): void {
    line.typed = typed;
    line.leftBehind = undefined;
    this.beforeTyping = this.visit = undefined;
    this.saver.typing(line, false);
    this.requestUpdate();
  }

  private move(event: KeyboardEvent, cell: { input: HTMLInputElement; field: Field }, line: Line): void {
    const move = moveOf(event, cell.input);
    if (!move) {
      return;
    }
    const rows = this.visible().filter((each) => each.row.editable);
    const row = rows[rows.indexOf(line) + move.rows];
    const field = FIELDS[FIELDS.indexOf(cell.field) + move.fields];
    const next = row && field && this.cell(row.no, field);
    if (next) {
      event.preventDefault();
      next.focus();
      const caret = move.fields > 0 ? 0 : next.value.length;
      next.setSelectionRange(caret, caret);
    } else if (move.rows !== 0) {
      event.preventDefault();
      this.commit(line);
    }
  }

  /** Leads to what it has changed, as far as it is in sight. */
  private step(changes: Change[] | undefined, message: string): void {
    const own = changes?.filter(({ no, others }) => (others ?? 0) === (this.line(no)?.others ?? 0)) ?? [];
    for (const { no } of changes?.filter((change) => !own.includes(change)) ?? []) {
      const line = this.line(no);
      if (line) {
        // Told at the row: what somebody else has stored since is not this person's to take back.
        line.changedByOther = true;
      }
    }
    this.requestUpdate();
    const [first] = own;
    if (first) {
      this.apply(own);
      const field = FIELDS.find((each) => first.before[each] !== first.after[each]) ?? 'value';
      this.cell(first.no, field)?.focus();
      this.beforeTyping = undefined;
      const rows = own.length > 3 ? `${own.length} 行` : own.map(({ no }) => `No.${no}`).join('、');
      this.say(`${rows} を${message}`);
    }
  }

  /** Several rows at once, as one step. */
  applyStep(changes: Change[]): void {
    this.undo.push(changes.map((change) => ({ ...change, others: this.line(change.no)?.others })));
    this.apply(changes);
  }

  private apply(changes: Change[]): void {
    for (const { no, after } of changes) {
      const line = this.line(no);
      if (line?.row.editable) {
        line.typed = line.committed = after;
        line.leftBehind = undefined;
        this.visit = this.beforeTyping = undefined;
        this.saver.pause(no);
        this.saver.keep(line);
      }
    }
    this.saver.send();
  }

  private keepMine(line: Line): void {
    line.rebase();
    this.saver.keep(line);
    this.commit(line);
    this.cell(line.no, 'value')?.focus();
  }

  /** What was typed goes, but can be brought back while the row is open. */
  private giveWay(line: Line): void {
    if (line.row.editable) {
      this.undo.push([{ no: line.no, before: line.typed, after: line.row.typed, others: line.others }]);
    }
    line.settle();
    line.leftBehind = this.visit = undefined;
    this.saver.keep(line);
    this.requestUpdate();
    void this.updateComplete.then(() => this.goTo(line.no));
  }

  private readonly onPaste = (event: ClipboardEvent): void => {
    const cell = cellOf(event);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (this.takeBlock(event, text)) {
      return;
    }
    if (cell && cell.field !== 'note' && this.beforeTyping === undefined) {
      // A figure that is pasted into a cell takes the place of what stands there, as in a spreadsheet: never 100200.
      cell.input.select();
    }
  };

  /** Text is carried from a cell as a copy: a figure never leaves its place because the mouse slipped. */
  private readonly onDrag = (event: DragEvent): void => {
    if (event.dataTransfer) {
      event.dataTransfer.effectAllowed = 'copy';
    }
  };

  private readonly onDrop = (event: DragEvent): void => {
    this.takeBlock(event, event.dataTransfer?.getData('text/plain') ?? '');
  };

  private takeBlock(event: Event, text: string): boolean {
    const cell = cellOf(event);
    const line = cell && this.line(cell.no);
    const content = this.content;
    if (!line || !content || !isBlock(text)) {
      return false;
    }
    event.preventDefault();
    this.commit(line);
    void this.paste.begin(cellsOf(text), {
      content,
      lines: this.lines,
      visible: this.visible(),
      from: line,
      field: cell.field,
    });
    return true;
  }
}

function openList(select: HTMLSelectElement | null): void {
  select?.focus();
  try {
    select?.showPicker();
  } catch {
    // It has the focus, and opens by its own key.
  }
}
