import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

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
    this.stored = this.text = content.text;
    this.version = content.version;
    this.theirs = undefined;
    this.message = this.status = '';
    const draft = this.draft(content);
    if (draft && draft.text !== content.text) {
      this.text = draft.text;
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
      <label class="field-label" for="minutes-text">議事要旨の本文</label>
      <textarea
        id="minutes-text"
        class="text-box"
        rows="20"
        aria-describedby="minutes-hint"
        .value=${this.text}
        @input=${this.onInput}
        @keydown=${this.onKey}
      ></textarea>
      <p class="field-hint" id="minutes-hint">「- 」で始めると箇条書き、**囲む**と太字になります。</p>
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
    this.stored = this.text = content.text;
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

  private readonly onInput = (event: InputEvent): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.status = this.message = '';
    this.keep();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      void this.send();
    }
  };

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
    this.stored = this.text = theirs.text;
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
