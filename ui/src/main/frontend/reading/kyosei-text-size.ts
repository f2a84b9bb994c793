import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';

const KEY = 'kyosei.text-size';
const SIZES = [
  { name: 'normal', label: '標準', scale: 1 },
  { name: 'large', label: '大', scale: 1.2 },
  { name: 'largest', label: '特大', scale: 1.45 }
] as const;

type Size = (typeof SIZES)[number];

function remembered(): Size {
  try {
    return SIZES.find(({ name }) => name === localStorage.getItem(KEY)) ?? SIZES[0];
  } catch {
    return SIZES[0];
  }
}

function apply(size: Size): void {
  document.documentElement.style.setProperty('--reading-scale', String(size.scale));
}

/** The size of the type on the pages for reading, remembered by this browser. */
@customElement('kyosei-text-size')
export class TextSize extends LitElement {
  @state() private size = remembered();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="text-size" role="group" aria-label="文字の大きさ">
      <span class="text-size-label" aria-hidden="true">文字</span>
      ${SIZES.map(
        (size) =>
          html`<button
            type="button"
            class="text-size-choice ${size.name}"
            aria-pressed=${size === this.size ? 'true' : 'false'}
            aria-label="文字の大きさ ${size.label}"
            @click=${() => this.choose(size)}
          >
            ${size.label}
          </button>`
      )}
    </div>`;
  }

  private choose(size: Size): void {
    this.size = size;
    apply(size);
    try {
      localStorage.setItem(KEY, size.name);
    } catch {
      // Then the size holds until the page is left.
    }
  }
}

apply(remembered());
