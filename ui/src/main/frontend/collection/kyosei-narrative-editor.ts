import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isConverting } from '../form/composing';
import { cellsOf } from './tsv';

/** What the editor shows and asks; written by `NarrativeContent` on the server, whose names these are. */
interface Text {
  progress: string;
  outlook: string;
  initiatives: string;
}

interface Content {
  key: string;
  no: string;
  whose: string;
  text: Text;
  version: string;
  editable: boolean;
  lastLabel: string;
  last: Text | null;
}

interface Edit {
  no: string;
  text: Text;
  version: string;
}

interface Answer {
  no: string;
  outcome: 'SAVED' | 'UNCHANGED' | 'NOT_UNDERSTOOD' | 'CONFLICT' | 'LOCKED';
  text: Text;
  version: string;
  message: string;
  who: string;
}

interface Desk {
  save(edit: Edit): Promise<Answer>;
}

interface Field {
  name: keyof Text;
  label: string;
  hint: string;
  rows: number;
  usual: number;
}

const FIELDS: readonly Field[] = [
  { name: 'progress', label: '進捗状況・成果', hint: 'この年度に行ったことと、その結果', rows: 3, usual: 400 },
  { name: 'outlook', label: '今後の取組等', hint: '来年度に向けて変えること、続けること', rows: 2, usual: 400 },
  { name: 'initiatives', label: '事業名（1行に1つ）', hint: 'この指標に取り組んだ事業', rows: 2, usual: 400 }
];

const TYPING_PAUSE = 1200;
const TRY_AGAIN = 5000;

const same = (one: Text, other: Text): boolean => FIELDS.every(({ name }) => one[name] === other[name]);

/** Characters as people count them, without the line breaks. */
const length = (text: string): number => [...text.replace(/\r?\n/g, '')].length;

/** Excel puts quotes around a cell of several lines, and a line break behind every cell: neither is part of the text. */
function onPaste(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const cells = cellsOf(text);
  const [first = []] = cells;
  const [only = ''] = first;
  if (text.startsWith('"') && cells.length === 1 && first.length === 1 && only.includes('\n')) {
    event.preventDefault();
    // The one way of putting in a text that the browser's own undo knows.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand('insertText', false, only.replace(/\r\n?/g, '\n'));
  }
}

/**
 * The texts that a town writes of an indicator. They are saved as they are written; what could not be sent stays in the
 * browser, also over a reload, and is sent when that is possible again.
 */
@customElement('kyosei-narrative-editor')
export class NarrativeEditor extends LitElement {
  @property({ attribute: false }) content?: Content;

  @state() private text: Text = { progress: '', outlook: '', initiatives: '' };
  @state() private status = '';
  @state() private message = '';
  @state() private theirs?: Answer;

  private version = '0';
  private stored: Text = this.text;
  private pause?: number;
  private sending = false;
  /** Whether a conversion is going on: what stands in the box is no text yet. */
  private converting = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.retry);
    window.addEventListener('focus', this.retry);
    window.addEventListener('beforeunload', this.onLeaving);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('online', this.retry);
    window.removeEventListener('focus', this.retry);
    window.removeEventListener('beforeunload', this.onLeaving);
    window.clearTimeout(this.pause);
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('content');
    const content = this.content;
    if (!changed.has('content') || !content) {
      return;
    }
    if (before && before.no === content.no && before.key === content.key) {
      this.follow(content);
      return;
    }
    if (before) {
      this.leave(before);
    }
    this.stored = this.text = content.text;
    this.version = content.version;
    this.theirs = undefined;
    this.converting = false;
    this.status = this.message = '';
    const draft = this.draft(content);
    if (draft && content.editable && !same(draft.text, content.text)) {
      this.text = draft.text;
      this.version = draft.version;
      this.status = '未送信';
      // The server's half is bound to the element only after its properties.
      window.setTimeout(this.retry);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.content;
    if (!content) {
      return nothing;
    }
    return html`<div class="narrative-editor">
      ${FIELDS.map((field) => this.field(content, field))}
      <p class="narrative-status" role="status">${this.status}${this.message ? `　${this.message}` : ''}</p>
      ${this.theirs ? this.conflict(this.theirs) : nothing} ${this.copyOffer(content)}
    </div>`;
  }

  private field(content: Content, { name, label, hint, rows, usual }: Field): TemplateResult {
    const id = `narrative-${name}`;
    const count = length(this.text[name]);
    return html`<label class="field-label" for=${id}>${label}（${content.whose}）</label>
      <textarea
        id=${id}
        class="text-box"
        rows=${rows}
        placeholder=${content.editable ? hint : ''}
        ?readonly=${!content.editable}
        .value=${this.text[name]}
        aria-describedby="${id}-count"
        @input=${(event: Event) => this.onInput(name, event)}
        @compositionend=${(event: Event) => this.onInput(name, event)}
        @paste=${onPaste}
        @change=${() => this.send()}
      ></textarea>
      <p class="count ${count > usual ? 'over' : ''}" id="${id}-count">
        ${count} / ${usual} 字${count > usual ? '（印刷で枠からはみ出すことがあります）' : ''}
      </p>
      ${content.last?.[name]
        ? html`<details class="last-text" open>
            <summary>${content.lastLabel}</summary>
            <blockquote>${content.last[name]}</blockquote>
          </details>`
        : nothing}`;
  }

  /** Last year's text is a beginning, never an answer: it is offered only while nothing is written. */
  private copyOffer(content: Content): TemplateResult | typeof nothing {
    const { last } = content;
    return last && content.editable && FIELDS.every(({ name }) => !this.text[name])
      ? html`<button type="button" class="button" @click=${() => this.copy(last)}>前年度の文をもとに書く</button>`
      : nothing;
  }

  private conflict(theirs: Answer): TemplateResult {
    return html`<div class="ask-box" role="alert">
      <p>${theirs.who || 'ほかの人'} が先に保存しました。</p>
      ${FIELDS.filter(({ name }) => theirs.text[name] !== this.text[name]).map(
        ({ name, label }) => html`<p class="small"><b>${label}</b></p><blockquote>${theirs.text[name] || '（空欄）'}</blockquote>`
      )}
      <div class="button-row">
        <button type="button" class="button primary" @click=${() => this.keepMine(theirs)}>自分の文にする</button>
        <button type="button" class="button" @click=${() => this.takeTheirs(theirs)}>相手の文にする</button>
      </div>
    </div>`;
  }

  /** The same row again: what is being written stays, and meets its conflict when it is sent. */
  private follow(content: Content): void {
    if (same(this.text, this.stored) && !this.sending) {
      this.stored = this.text = content.text;
      this.version = content.version;
    }
  }

  /** Another row is shown now; what was written at this one is sent on its way. */
  private leave(content: Content): void {
    window.clearTimeout(this.pause);
    if (content.editable && !same(this.text, this.stored)) {
      const edit = { no: content.no, text: this.text, version: this.version };
      this.keep(content, edit);
      void this.desk()
        ?.save(edit)
        .then((answer) => {
          if (answer.outcome === 'SAVED') {
            this.forget(content);
          }
        })
        .catch(() => undefined);
    }
  }

  private onInput(name: keyof Text, event: Event): void {
    this.converting = isConverting(event);
    this.text = { ...this.text, [name]: (event.target as HTMLTextAreaElement).value };
    const content = this.content;
    if (!content) {
      return;
    }
    this.keep(content, { no: content.no, text: this.text, version: this.version });
    this.status = '入力中…';
    window.clearTimeout(this.pause);
    if (!this.converting) {
      this.pause = window.setTimeout(() => this.send(), TYPING_PAUSE);
    }
  }

  private copy(last: Text): void {
    this.text = last;
    this.send();
  }

  private keepMine(theirs: Answer): void {
    this.version = theirs.version;
    this.stored = theirs.text;
    this.theirs = undefined;
    this.send();
  }

  private takeTheirs(theirs: Answer): void {
    this.stored = this.text = theirs.text;
    this.version = theirs.version;
    this.theirs = undefined;
    this.message = '';
    this.status = '保存済';
    if (this.content) {
      this.forget(this.content);
    }
  }

  private send(): void {
    window.clearTimeout(this.pause);
    const content = this.content;
    if (!content?.editable || this.sending || this.theirs || this.converting) {
      return;
    }
    if (same(this.text, this.stored)) {
      this.forget(content);
      this.status = this.status ? '保存済' : '';
      return;
    }
    const desk = this.desk();
    if (!navigator.onLine || !desk) {
      this.unsent();
      return;
    }
    void this.call(desk, content, { no: content.no, text: this.text, version: this.version });
  }

  private async call(desk: Desk, content: Content, edit: Edit): Promise<void> {
    this.sending = true;
    this.status = '保存中…';
    this.keep(content, edit);
    try {
      const answer = await desk.save(edit);
      if (this.content?.no === answer.no) {
        this.take(content, edit, answer);
      }
    } catch {
      this.unsent();
    } finally {
      this.sending = false;
    }
    if (this.status === '保存済' && !same(this.text, this.stored)) {
      this.send();
    }
  }

  private take(content: Content, edit: Edit, answer: Answer): void {
    this.message = answer.message;
    switch (answer.outcome) {
      case 'SAVED':
      case 'UNCHANGED':
        this.stored = edit.text;
        this.version = answer.version;
        this.status = '保存済';
        if (same(this.text, this.stored)) {
          this.forget(content);
        }
        break;
      case 'CONFLICT':
        this.status = '競合';
        this.theirs = answer;
        break;
      case 'NOT_UNDERSTOOD':
      case 'LOCKED':
        this.status = '保存できません';
        break;
    }
  }

  private unsent(): void {
    this.status = '未送信';
    this.message = 'つながり次第、自動で送ります。';
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(this.retry, TRY_AGAIN);
  }

  private readonly retry = (): void => {
    if (this.status === '未送信') {
      this.send();
    }
  };

  private readonly onLeaving = (event: BeforeUnloadEvent): void => {
    if (this.content?.editable && !same(this.text, this.stored)) {
      event.preventDefault();
    }
  };

  private desk(): Desk | undefined {
    return (this as unknown as { $server?: Desk }).$server;
  }

  private name(content: Content): string {
    return `kyosei.narrative/${content.key}/${content.no}`;
  }

  private keep(content: Content, edit: Edit): void {
    try {
      localStorage.setItem(this.name(content), JSON.stringify(edit));
    } catch {
      // Storage may be full or forbidden; the text is still in the page, and leaving it warns.
    }
  }

  private forget(content: Content): void {
    try {
      localStorage.removeItem(this.name(content));
    } catch {
      // Then nothing was kept either.
    }
  }

  private draft(content: Content): Edit | undefined {
    try {
      const draft = JSON.parse(localStorage.getItem(this.name(content)) ?? 'null') as Partial<Edit> | null;
      return typeof draft?.version === 'string' && typeof draft.text?.progress === 'string' ? (draft as Edit) : undefined;
    } catch {
      return undefined;
    }
  }
}
