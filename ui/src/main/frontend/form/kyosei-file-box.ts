import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

interface Desk {
  sent(): Promise<void>;
}

let numbered = 0;

/** Sends a chosen file at once, and says under the chooser what was wrong; `FileBox` on the server keeps it. */
@customElement('kyosei-file-box')
export class FileBox extends LitElement {
  @property() target = '';
  @property() caption = '';
  @property() accepted = '';
  @property() hint = '';
  @property() toolarge = '';
  @property() message = '';
  @property({ type: Number }) most = 0;
  @state() private sending = false;

  private readonly number = (numbered += 1);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const id = `file-box-${this.number}`;
    return html`
      <label for=${id}>${this.caption}</label>
      <p class="hint" id="${id}-hint">${this.hint}</p>
      <input
        id=${id}
        type="file"
        accept=${this.accepted}
        aria-describedby="${id}-hint ${id}-wrong"
        aria-invalid=${this.message ? 'true' : nothing}
        ?disabled=${this.sending}
        @change=${this.choose}
      />
      <p role="status">${this.sending ? '送っています…' : ''}</p>
      <p class="wrong" role="alert" id="${id}-wrong">${this.message}</p>
    `;
  }

  private async choose(event: Event): Promise<void> {
    const chooser = event.target as HTMLInputElement;
    const file = chooser.files?.[0];
    if (!file) {
      return;
    }
    this.message = '';
    if (file.size > this.most) {
      this.message = this.toolarge;
      chooser.value = '';
      return;
    }
    this.sending = true;
    try {
      const headers = { 'X-Filename': encodeURIComponent(file.name), 'Content-Type': 'application/octet-stream' };
      const answer = await fetch(this.target, { method: 'POST', headers, body: file });
      if (answer.ok) {
        await (this as unknown as { $server: Desk }).$server.sent();
      } else {
        this.message = 'ファイルを送れませんでした。しばらくしてから、もう一度選んでください。';
      }
    } catch {
      this.message = 'ファイルを送れませんでした。通信を確かめて、もう一度選んでください。';
    } finally {
      this.sending = false;
      chooser.value = '';
      await this.updateComplete;
      chooser.focus();
    }
  }
}
