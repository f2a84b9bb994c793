import { html, LitElement, type TemplateResult } from 'lit';
import { isConverting } from '../form/composing';
import { Wanted } from '../form/finding';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Row } from './sheet';

const MOST = 12;

/** A small window to go to an indicator by its number or a few letters of its name. Fires `jump` with the number. */
@customElement('kyosei-indicator-jump')
export class IndicatorJump extends LitElement {
  @property({ attribute: false }) rows: Row[] = [];

  @state() private text = '';
  @state() private chosen = 0;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;

  open(): void {
    this.text = '';
    this.chosen = 0;
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    this.input.focus();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const found = this.found();
    // A click beside the list closes it, as Escape does; its entries are chosen with the arrow keys in the box above.
    /* eslint-disable lit-a11y/click-events-have-key-events */
    return html`<dialog class="rs-jump" aria-label="指標へ移る" @click=${this.onBackdrop}>
      <input
        type="text"
        role="combobox"
        aria-label="指標の番号か名前"
        aria-expanded="true"
        aria-controls="indicator-jump-list"
        aria-activedescendant=${found.length > 0 ? `indicator-jump-${this.chosen}` : ''}
        placeholder="番号か名前"
        autocomplete="off"
        .value=${this.text}
        @input=${this.onInput}
        @compositionend=${this.onInput}
        @keydown=${this.onKey}
      />
      <ul id="indicator-jump-list" role="listbox" aria-label="指標">
        ${found.map(
          (row, index) =>
            html`<li
              id="indicator-jump-${index}"
              role="option"
              aria-selected=${index === this.chosen ? 'true' : 'false'}
              @click=${() => this.go(row)}
            >
              <span>${row.no}</span> ${row.name}
            </li>`
        )}
      </ul>
      <p class="rs-empty" ?hidden=${found.length > 0}>見つかりません。</p>
    </dialog>`;
    /* eslint-enable lit-a11y/click-events-have-key-events */
  }

  /** An exact number first, then numbers and names that begin so, then the rest. */
  private found(): Row[] {
    const wanted = new Wanted(this.text);
    return this.rows
      .filter((row) => wanted.finds(row.no, row.name))
      .sort((one, other) => wanted.rank(one.no, one.name) - wanted.rank(other.no, other.name))
      .slice(0, MOST);
  }

  private readonly onInput = (event: Event): void => {
    if (isConverting(event)) {
      return;
    }
    this.text = (event.target as HTMLInputElement).value;
    this.chosen = 0;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const found = this.found();
    if (found.length === 0) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.chosen = found.length > 0 ? (this.chosen + step + found.length) % found.length : 0;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const row = found[this.chosen];
      if (row) {
        this.go(row);
      }
    }
  };

  private readonly onBackdrop = (event: MouseEvent): void => {
    if (event.target === this.dialog) {
      this.dialog.close();
    }
  };

  private go(row: Row): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent('jump', { detail: row.no }));
  }
}
