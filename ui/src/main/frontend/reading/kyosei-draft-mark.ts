import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { readDraft } from '../discussion/drafts';

/** Says that something was written here and not sent. */
@customElement('kyosei-draft-mark')
export class DraftMark extends LitElement {
  @property({ attribute: false }) key = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.key && readDraft(this.key) ? html`<span class="reading-mark draft">書きかけ</span>` : nothing;
  }
}
