import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { blocksOf, KINDS, markdownOf, type Block, type Kind } from './minutes-blocks';

/** What the editor begins with; written by `MinutesContent` on the server, whose names these are. */
interface Content {
  key: string;
  text: string;
  version: string;
}

interface Answer {
  saved: boolean;
  text: string;
  version: string;
  message: string;
  who: string;
}

interface Desk {
  save(text: string, version: string): Promise<Answer>;
  preview(text: string): Promise<void>;
}

interface Draft {
  text: string;
  version: string;
}

/**
 * The text of the minutes. What is not saved yet is kept in the browser and stands there again after a reload; a text that
 * somebody else saved meanwhile is shown beside one's own, and nothing is lost.
 */
@customElement('kyosei-minutes-editor')
export class MinutesEditor extends LitElement {
  @property({ attribute: false }) content?: Content;

  @state() private text = '';
  @state() private blocks: Block[] = [];
  @state() private at = 0;
  @state() private status = '';
  @state() private message = '';
  @state() private theirs?: Answer;
  @state() private sending = false;

  private stored = '';
  private version = '0';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.onLeaving);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.onLeaving);
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const content = this.content;
    if (!changed.has('content') || !content) {
      return;
    }
    const before = changed.get('content');
    const writing = before?.key === content.key && this.text !== this.stored;
    if (writing) {
      return;
    }
    this.stored = content.text;
    this.lay(content.text);
    this.version = content.version;
    this.theirs = undefined;
    this.message = this.status = '';
    const draft = this.draft(content);
    if (draft && draft.text !== content.text) {
      this.lay(draft.text);
      this.version = draft.version;
      this.status = '保存していない文を戻しました。';
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.content) {
      return nothing;
    }
    const changed = this.text !== this.stored;
    return html`<div class="minutes-editor">
      <p class="field-label" id="minutes-label">議事要旨の本文</p>
      <div class="minutes-tools" role="toolbar" aria-label="選んでいる段落の種類と並び">
        ${KINDS.map(
          ({ kind, label }) =>
            html`<button
              type="button"
              class="button"
              aria-pressed=${this.blocks[this.at]?.kind === kind ? 'true' : 'false'}
              @click=${() => this.turn(kind)}
            >
              ${label}
            </button>`
        )}
        <span class="minutes-tools-gap"></span>
        <button type="button" class="button" @click=${() => this.add()}>下に加える</button>
        <button type="button" class="button" ?disabled=${this.at === 0} @click=${() => this.move(-1)}>上へ</button>
        <button
          type="button"
          class="button"
          ?disabled=${this.at >= this.blocks.length - 1}
          @click=${() => this.move(1)}
        >
          下へ
        </button>
        <button type="button" class="button" @click=${() => this.removeBlock()}>消す</button>
      </div>
      <div class="minutes-blocks" role="group" aria-labelledby="minutes-label">
        ${this.blocks.map((block, index) => this.block(block, index))}
      </div>
      <p class="field-hint">段落を選び、上のボタンで種類を決めます。Enter で次の段落、Shift + Enter で行を変えます。</p>
      ${this.theirs ? this.conflict(this.theirs) : nothing}
      <div class="button-row">
        <button type="button" class="button ${changed ? 'primary' : ''}" ?disabled=${this.sending} @click=${this.send}>
          保存する
        </button>
        <button type="button" class="button" @click=${this.preview}>見え方を確かめる</button>
        <p class="minutes-status" role="status">
          ${this.status || (changed ? '保存していない変更があります。' : '')}${this.message ? `　${this.message}` : ''}
        </p>
      </div>
    </div>`;
  }

  private block(block: Block, index: number): TemplateResult {
    const label = KINDS.find(({ kind }) => kind === block.kind)?.label ?? 'そのまま';
    return html`<div class="minutes-block ${index === this.at ? 'at' : ''}" data-kind=${block.kind}>
      <span class="minutes-kind" aria-hidden="true">${label}</span>
      <textarea
        rows=${Math.max(1, block.text.split('\n').length)}
        aria-label="${index + 1} 番目の段落（${label}）"
        .value=${block.text}
        @focus=${() => (this.at = index)}
        @input=${(event: InputEvent) => this.onInput(event, index)}
        @keydown=${(event: KeyboardEvent) => this.onKey(event, index)}
      ></textarea>
    </div>`;
  }

  private lay(text: string): void {
    this.text = text;
    this.blocks = blocksOf(text);
    this.at = Math.min(this.at, this.blocks.length - 1);
  }

  private change(blocks: Block[], at: number): void {
    this.blocks = blocks;
    this.at = at;
    this.text = markdownOf(blocks);
    this.status = this.message = '';
    this.keep();
    void this.updateComplete.then(() =>
      this.querySelectorAll<HTMLTextAreaElement>('.minutes-block textarea')[at]?.focus()
    );
  }

  private turn(kind: Kind): void {
    this.change(
      this.blocks.map((block, index) => (index === this.at ? { ...block, kind } : block)),
      this.at
    );
  }

  private add(text = ''): void {
    const before = this.blocks[this.at]?.kind ?? 'paragraph';
    const kind: Kind = before === 'item' || before === 'subitem' ? before : 'paragraph';
    this.change(this.blocks.toSpliced(this.at + 1, 0, { kind, text }), this.at + 1);
  }

  private move(by: number): void {
    const block = this.blocks[this.at];
    if (block) {
      this.change(this.blocks.toSpliced(this.at, 1).toSpliced(this.at + by, 0, block), this.at + by);
    }
  }

  private removeBlock(): void {
    const rest = this.blocks.toSpliced(this.at, 1);
    this.change(rest.length === 0 ? [{ kind: 'paragraph', text: '' }] : rest, Math.max(0, this.at - 1));
  }

  private conflict(theirs: Answer): TemplateResult {
    return html`<div class="ask-box" role="alert">
      <p>${theirs.who || 'ほかの人'}が先に保存しました。あなたの文は上に残っています。</p>
      <details>
        <summary>先に保存された文を見る</summary>
        <blockquote>${theirs.text}</blockquote>
      </details>
      <div class="button-row">
        <button type="button" class="button primary" @click=${() => this.keepMine(theirs)}>自分の文で保存する</button>
        <button type="button" class="button" @click=${() => this.takeTheirs(theirs)}>先に保存された文にする</button>
      </div>
    </div>`;
  }

  /** Called by the server: what is stored takes the place of whatever was written. */
  replaceContent(content: Content): void {
    this.stored = content.text;
    this.lay(content.text);
    this.version = content.version;
    this.theirs = undefined;
    this.message = this.status = '';
    this.content = content;
    this.forget();
  }

  /** Asked by the server: whether something is written that is not saved. */
  isChanged(): boolean {
    return this.text !== this.stored;
  }

  private onInput(event: InputEvent, index: number): void {
    const text = (event.target as HTMLTextAreaElement).value;
    this.blocks = this.blocks.map((block, at) => (at === index ? { ...block, text } : block));
    this.text = markdownOf(this.blocks);
    this.status = this.message = '';
    this.keep();
  }

  private onKey(event: KeyboardEvent, index: number): void {
    const box = event.target as HTMLTextAreaElement;
    const block = this.blocks[index];
    if (event.isComposing || !block) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && block.kind !== 'asis') {
      event.preventDefault();
      this.at = index;
      const rest = box.value.slice(box.selectionEnd);
      this.blocks = this.blocks.map((known, at) =>
        at === index ? { ...known, text: box.value.slice(0, box.selectionStart) } : known
      );
      this.add(rest);
    } else if (event.key === 'Backspace' && box.value === '' && this.blocks.length > 1) {
      event.preventDefault();
      this.at = index;
      this.removeBlock();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      void this.send();
    }
  }

  private readonly send = async (): Promise<void> => {
    const desk = this.desk();
    if (!desk || this.sending) {
      return;
    }
    const sent = this.text;
    this.sending = true;
    this.status = '保存しています…';
    try {
      this.take(sent, await desk.save(sent, this.version));
    } catch {
      this.status = '保存できませんでした。文はこの画面に残っています。';
    } finally {
      this.sending = false;
    }
  };

  private take(sent: string, answer: Answer): void {
    this.message = answer.message;
    if (answer.saved) {
      this.stored = sent;
      this.version = answer.version;
      this.theirs = undefined;
      this.status = '保存しました。';
      if (this.text === sent) {
        this.forget();
      } else {
        this.keep();
      }
    } else {
      this.status = '保存していません。';
      this.theirs = answer.version === '' ? undefined : answer;
    }
  }

  private keepMine(theirs: Answer): void {
    this.version = theirs.version;
    this.theirs = undefined;
    void this.send();
  }

  private takeTheirs(theirs: Answer): void {
    this.stored = theirs.text;
    this.lay(theirs.text);
    this.version = theirs.version;
    this.theirs = undefined;
    this.status = this.message = '';
    this.forget();
  }

  private readonly preview = (): void => {
    void this.desk()?.preview(this.text);
  };

  private readonly onLeaving = (event: BeforeUnloadEvent): void => {
    if (this.text !== this.stored && !this.isKept()) {
      event.preventDefault();
    }
  };

  private desk(): Desk | undefined {
    return (this as unknown as { $server?: Desk }).$server;
  }

  private name(content: Content): string {
    return `kyosei.minutes/${content.key}`;
  }

  private keep(): void {
    try {
      if (this.content) {
        localStorage.setItem(this.name(this.content), JSON.stringify({ text: this.text, version: this.version }));
      }
    } catch {
      // Storage may be full or forbidden; the text is still in the page, and leaving it warns.
    }
  }

  private forget(): void {
    try {
      if (this.content) {
        localStorage.removeItem(this.name(this.content));
      }
    } catch {
      // Then nothing was kept either.
    }
  }

  private isKept(): boolean {
    return this.content !== undefined && this.draft(this.content)?.text === this.text;
  }

  private draft(content: Content): Draft | undefined {
    try {
      const draft = JSON.parse(localStorage.getItem(this.name(content)) ?? 'null') as Draft | null;
      return typeof draft?.version === 'string' && typeof draft.text === 'string' ? draft : undefined;
    } catch {
      return undefined;
    }
  }
}
