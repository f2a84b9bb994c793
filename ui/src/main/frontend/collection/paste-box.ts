import { html, nothing, type TemplateResult } from 'lit';
import { type Block, type Found, NOT_FOUND } from './block';
import { inWords } from './entry';

export interface PasteContext {
  apply(): void;
  cancel(): void;
}

/** What a pasted block would change; nothing is stored before the button. */
export function pasteBox(block: Block, context: PasteContext): TemplateResult {
  const usable = block.rows.filter((row) => row.edit).length;
  return html`<section
    class="em-paste"
    tabindex="-1"
    aria-labelledby="em-paste-title"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) {
        event.preventDefault();
        context.cancel();
      }
    }}
  >
    <h2 id="em-paste-title">貼り付けの確認</h2>
    <p class="em-paste-sum">${summary(block)} ${problems(block).map((text) => html`<span class="flag">${text}</span> `)}</p>
    <div class="em-buttons">
      ${usable > 0
        ? html`<button type="button" class="button primary" @click=${context.apply}>${usable} 行を入れる</button>`
        : nothing}
      <button type="button" class="button" @click=${context.cancel}>やめる</button>
    </div>
    <details>
      <summary>行ごとに見る</summary>
      <div class="em-paste-rows" role="region" aria-label="貼り付ける行" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">指標</th>
              <th scope="col">今の値 → 貼り付ける値</th>
              <th scope="col">入れられない理由</th>
            </tr>
          </thead>
          <tbody>
            ${block.rows.map(row)}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}

export function summary(block: Block): string {
  return `${block.rows.length} 行のうち ${block.rows.filter((row) => row.edit).length} 行を読み取りました。`;
}

/** As many as there are of each reason; those of single rows are told row by row. */
export function problems(block: Block): string[] {
  const left = block.rows.filter((row) => !row.edit);
  const unknown = left.filter((row) => row.reason === NOT_FOUND).length;
  const locked = left.filter((row) => row.line && !row.line.row.editable).length;
  const rest = left.length - unknown - locked;
  return [
    unknown > 0 ? `${unknown} 行は指標が見つかりません` : '',
    locked > 0 ? `${locked} 行は変更できません` : '',
    rest > 0 ? `${rest} 行は入れられません` : '',
    block.dropped > 0 ? `右の ${block.dropped} 列は入れる欄がありません` : '',
  ].filter(Boolean);
}

function row(found: Found): TemplateResult {
  const before = found.preview?.before || (found.line ? inWords(found.line.typed) : '');
  const after = found.preview?.after || (found.edit ? inWords(found.edit.typed) : found.label);
  return html`<tr>
    <td>${found.line?.no ?? ''}</td>
    <td>${found.line?.row.name ?? found.label}</td>
    <td>${found.line ? html`${before} → <b>${after}</b>` : nothing}</td>
    <td>${found.reason ? html`<span class="flag">${found.reason}</span>` : (found.preview?.message ?? '')}</td>
  </tr>`;
}
