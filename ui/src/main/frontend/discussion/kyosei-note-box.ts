import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { forgetDraft, keepDraft, readDraft } from './drafts';

interface Choice {
  value: string;
  label: string;
  meaning: string;
}

/** What the box shows; written by `NoteBox.Content` on the server, whose names these are. */
interface Content {
  key: string;
  label: string;
  hint: string;
  kinds: Choice[];
  visibilities: Choice[];
  kind: string;
  text: string;
  send: string;
  mayCancel: boolean;
  refusal: string;
  limit: number;
}

interface Typed {
  kind: string | null;
  visibility: string | null;
  text: string;
}

interface Answer {
  accepted: boolean;
  message: string;
}

interface Desk {
  send(typed: Typed): Promise<Answer>;
  cancel(): Promise<void>;
}

/** In milliseconds. Then the person is told; an answer that comes later still counts. */
const PATIENCE = 15_000;
const NEARLY_FULL = 0.9;

const OFFLINE =
  'いまインターネットにつながっていません。書いたものは、この端末に残っています。つながってから、もう一度「送る」を押してください。';
const ONLINE_AGAIN = 'インターネットにつながりました。もう一度「送る」を押してください。';
const LATE =
  'まだ送れていません。書いたものは、この端末に残っています。少し待ってから、もう一度「送る」を押してください。';

/** Characters as people and the server count them: code points. */
const length = (text: string): number => [...text].length;

let boxes = 0;

/**
 * The box in which notes are written. What is typed is kept in the browser at once, and until the server has confirmed
 * it: it survives a reload, a lost connection, a login that ran out and a window for comments that has closed meanwhile.
 */
@customElement('kyosei-note-box')
export class NoteBox extends LitElement {
  @property({ attribute: false }) content?: Content;

  @state() private text = '';
  @state() private kind = '';
  @state() private visibility = '';
  @state() private kept = '';
  @state() private problem = '';
  @state() private said = '';
  @state() private sending = false;

  private readonly ids = `note-box-${++boxes}`;
  private underway?: Promise<boolean>;
  private unkept = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.onOnline);
    window.addEventListener('beforeunload', this.onLeaving);
    window.addEventListener('storage', this.onStorage);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('beforeunload', this.onLeaving);
    window.removeEventListener('storage', this.onStorage);
    super.disconnectedCallback();
  }

  /** Whether something is written here that the server does not have. */
  get typed(): boolean {
    return !!this.content && !this.content.refusal && this.text.trim() !== '' && this.text !== this.content.text;
  }

  focusText(): void {
    const area = this.area();
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }

  /** Sends what is written and says whether the server has it. Asked twice at a time, it is sent once. */
  submit(): Promise<boolean> {
    this.underway ??= this.send().finally(() => (this.underway = undefined));
    return this.underway;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const content = this.content;
    if (!changed.has('content') || !content || changed.get('content')?.key === content.key) {
      return;
    }
    this.reset(content);
    const draft = readDraft(content.key);
    if (draft && draft.text !== content.text) {
      this.take(content, draft);
      this.kept = '書きかけの続きです。この端末に残っていました。';
    }
  }

  protected override updated(): void {
    this.grow();
    this.dispatchEvent(new CustomEvent('note-typed', { bubbles: true, detail: this.typed }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.content;
    if (!content) {
      return nothing;
    }
    return content.refusal ? this.refused(content) : this.form(content);
  }

  private form(content: Content): TemplateResult {
    const id = this.ids;
    const count = length(this.text);
    const full = count > content.limit * NEARLY_FULL;
    return html`<div class="note-box">
      <label class="note-label" for="${id}-text">${content.label}</label>
      <textarea
        id="${id}-text"
        class="note-area"
        rows="3"
        dir="auto"
        placeholder=${content.hint}
        ?readonly=${this.sending}
        .value=${this.text}
        aria-describedby="${id}-kept ${id}-problem"
        aria-invalid=${this.problem && count > content.limit ? 'true' : 'false'}
        @input=${this.onInput}
      ></textarea>
      <div class="note-below">
        <p class="note-kept" id="${id}-kept" role="status">${this.kept || '書きかけは、この端末に自動で残ります。'}</p>
        <p class="note-count ${count > content.limit ? 'over' : ''}" ?hidden=${!full && count === 0}>
          ${count.toLocaleString('ja-JP')} / ${content.limit.toLocaleString('ja-JP')} 字
        </p>
      </div>
      ${content.kinds.length > 0 ? this.kinds(content.kinds) : nothing}
      ${content.visibilities.length > 0 ? this.visibilities(content.visibilities) : nothing}
      <p class="note-problem" id="${id}-problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
      <p class="note-said" role="status" ?hidden=${!this.said}>${this.said}</p>
      <div class="note-actions">
        <button type="button" class="button primary note-send" ?disabled=${this.sending} @click=${() => this.submit()}>
          ${this.sending ? '送っています…' : content.send}
        </button>
        ${content.mayCancel
          ? html`<button type="button" class="button note-cancel" @click=${() => this.cancel(content)}>やめる</button>`
          : nothing}
      </div>
    </div>`;
  }

  private kinds(kinds: Choice[]): TemplateResult {
    const chosen = kinds.find(({ value }) => value === this.kind);
    return html`<div class="note-kinds" role="group" aria-label="種類">
        ${kinds.map(
          ({ value, label }) =>
            html`<button
              type="button"
              class="note-kind"
              aria-pressed=${value === this.kind ? 'true' : 'false'}
              @click=${() => this.choose(() => (this.kind = value))}
            >
              ${label}
            </button>`
        )}
      </div>
      <p class="note-meaning" role="status">${chosen ? `${chosen.label}：${chosen.meaning}` : ''}</p>`;
  }

  private visibilities(visibilities: Choice[]): TemplateResult {
    const id = `${this.ids}-visibility`;
    const chosen = visibilities.find(({ value }) => value === this.visibility);
    return html`<div class="note-visibility">
        <label for=${id}>見える人</label>
        <select
          id=${id}
          class="note-select"
          aria-describedby="${id}-meaning"
          ?disabled=${this.sending}
          @change=${(event: Event) => this.choose(() => (this.visibility = (event.target as HTMLSelectElement).value))}
        >
          ${visibilities.map(
            ({ value, label }) => html`<option value=${value} ?selected=${value === this.visibility}>${label}</option>`
          )}
        </select>
      </div>
      <p class="note-meaning" id="${id}-meaning">${chosen?.meaning ?? ''}</p>`;
  }

  private refused(content: Content): TemplateResult {
    const id = this.ids;
    return html`<div class="note-box closed">
      <p class="note-refusal">${content.refusal}</p>
      ${this.text
        ? html`<label class="note-label" for="${id}-text">送っていない書きかけが、この端末に残っています</label>
            <textarea id="${id}-text" class="note-area" rows="3" dir="auto" readonly .value=${this.text}></textarea>
            <div class="note-actions">
              <button type="button" class="button" @click=${this.copy}>書きかけを写し取る</button>
              <p class="note-said" role="status">${this.said}</p>
            </div>`
        : nothing}
    </div>`;
  }

  private reset(content: Content): void {
    this.text = content.text;
    this.kind = content.kind;
    this.visibility = content.visibilities[0]?.value ?? '';
    this.kept = this.problem = this.said = '';
    this.unkept = false;
  }

  private take(content: Content, draft: { text: string; kind: string; visibility: string }): void {
    const offered = (choices: Choice[], value: string): boolean => choices.some((choice) => choice.value === value);
    this.text = draft.text;
    this.kind = offered(content.kinds, draft.kind) ? draft.kind : this.kind;
    this.visibility = offered(content.visibilities, draft.visibility) ? draft.visibility : this.visibility;
  }

  private readonly onInput = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.keep();
  };

  private choose(choice: () => void): void {
    if (!this.sending) {
      choice();
      this.keep();
    }
  }

  private keep(): void {
    const content = this.content;
    if (!content) {
      return;
    }
    this.problem = this.said = '';
    if (this.text.trim() === '' || this.text === content.text) {
      forgetDraft(content.key);
      this.kept = '';
      this.unkept = false;
      return;
    }
    this.unkept = !keepDraft(content.key, { text: this.text, kind: this.kind, visibility: this.visibility });
    this.kept = this.unkept
      ? 'この端末には残せません。画面を閉じる前に送ってください。'
      : '書きかけを残しました。あとで続きを書けます。';
  }

  private async send(): Promise<boolean> {
    const content = this.content;
    const desk = this.desk();
    if (!content || content.refusal) {
      return false;
    }
    this.said = '';
    this.problem = this.fault(content);
    if (this.problem || !desk) {
      this.focusText();
      return false;
    }
    if (!navigator.onLine) {
      this.problem = OFFLINE;
      return false;
    }
    const typed = { kind: this.kind || null, visibility: this.visibility || null, text: this.text };
    this.sending = true;
    const asked = desk.send(typed).then((answer) => this.settle(content, typed, answer));
    let patience = 0;
    const late = new Promise<boolean>((resolve) => {
      patience = window.setTimeout(() => {
        this.problem = navigator.onLine ? LATE : OFFLINE;
        resolve(false);
      }, PATIENCE);
    });
    try {
      return await Promise.race([asked, late]);
    } catch {
      this.problem = LATE;
      return false;
    } finally {
      window.clearTimeout(patience);
      this.sending = false;
    }
  }

  /** Also for an answer that came after the person was told to wait. */
  private settle(content: Content, typed: Typed, answer: Answer): boolean {
    if (answer.accepted && readDraft(content.key)?.text === typed.text) {
      forgetDraft(content.key);
    }
    if (this.content?.key !== content.key) {
      return answer.accepted;
    }
    if (!answer.accepted) {
      this.problem = answer.message;
    } else if (this.text === typed.text) {
      this.reset(this.content);
      this.said = answer.message;
    }
    return answer.accepted;
  }

  private fault(content: Content): string {
    if (this.text.trim() === '') {
      return '本文を書いてください。';
    }
    const count = length(this.text);
    return count > content.limit
      ? `本文は ${content.limit.toLocaleString('ja-JP')} 字までです。いま ${count.toLocaleString('ja-JP')} 字あります。短くするか、分けて書いてください。`
      : '';
  }

  private cancel(content: Content): void {
    forgetDraft(content.key);
    this.reset(content);
    void this.desk()?.cancel();
  }

  private readonly copy = async (): Promise<void> => {
    this.area()?.select();
    try {
      await navigator.clipboard.writeText(this.text);
      this.said = '写し取りました。';
    } catch {
      this.said = '選びました。長く押して「コピー」を選んでください。';
    }
  };

  /** Older browsers do not know `field-sizing`. */
  private grow(): void {
    const area = this.area();
    if (area && !CSS.supports('field-sizing', 'content')) {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    }
  }

  private readonly onOnline = (): void => {
    if (this.problem === OFFLINE) {
      this.problem = '';
      this.said = ONLINE_AGAIN;
    }
  };

  /** In another tab it was sent, or written on. */
  private readonly onStorage = (event: StorageEvent): void => {
    const content = this.content;
    if (!content || event.key !== content.key || this.sending) {
      return;
    }
    const draft = readDraft(content.key);
    if (draft) {
      this.take(content, draft);
    } else {
      this.reset(content);
    }
  };

  private readonly onLeaving = (event: BeforeUnloadEvent): void => {
    if (this.unkept && this.typed) {
      event.preventDefault();
    }
  };

  private area(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  private desk(): Desk | undefined {
    return (this as unknown as { $server?: Desk }).$server;
  }
}
