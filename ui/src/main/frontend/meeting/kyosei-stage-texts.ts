/** In rem: what is read from the far end of the room, and what still is by those in front. */
const LARGEST = 1.375;
const SMALLEST = 1;
const STEP = 0.0625;

/** Texts whose letters are as large as their room allows. */
export class StageTexts extends HTMLElement {
  private readonly sized = new ResizeObserver(() => this.fit());
  private readonly changed = new MutationObserver(() => this.fit());

  connectedCallback(): void {
    this.sized.observe(this);
    this.changed.observe(this, { childList: true, subtree: true, characterData: true });
    this.fit();
  }

  disconnectedCallback(): void {
    this.sized.disconnect();
    this.changed.disconnect();
  }

  private fit(): void {
    let size = LARGEST;
    this.style.fontSize = `${size}rem`;
    while (size > SMALLEST && this.scrollHeight > this.clientHeight + 1) {
      size -= STEP;
      this.style.fontSize = `${size}rem`;
    }
  }
}

customElements.define('kyosei-stage-texts', StageTexts);
