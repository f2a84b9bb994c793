import { html, nothing, type TemplateResult } from 'lit';
import { type Answers, type Block, changing, type Found, type Left, replacing } from './block';
import { inWords } from './entry';

export interface PasteContext {
  /** Whose figures they are and of which year: 平泉町の令和5年度の実績. */
  caption: string;
  /** Whether the server is being asked; meanwhile nothing can be put in. */
  asking: boolean;
  answer(answers: Partial<Answers>): void;
  apply(): void;
  cancel(): void;
}

type Part = TemplateResult | typeof nothing;

/** So many rows are named one by one. */
const NAMED = 5;

/** What a pasted block would change; nothing is stored before the button. */
export function pasteBox(block: Block, context: PasteContext): TemplateResult {
  const changes = changing(block).length;
  const same = block.rows.filter((row) => row.edit).length - changes;
  return html`<section
    class="em-paste"
    tabindex="-1"
    aria-labelledby="em-paste-title"
    aria-busy=${context.asking ? 'true' : 'false'}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        context.cancel();
      }
    }}
  >
    <h2 id="em-paste-title">貼り付けの確認（${context.caption}）</h2>
    ${numbersQuestion(block, context)} ${isAnswered(block) ? html`<p class="em-paste-sum">${summary(block)}</p>` : nothing}
    ${list([...problems(block), same > 0 ? `${same} 行は今の値と同じです` : ''].filter(Boolean))} ${replaced(block)}
    ${choices(block, context)}
    <div class="em-buttons">
      ${changes > 0
        ? html`<button type="button" class="button primary" ?disabled=${context.asking} @click=${context.apply}>
            ${changes} 行を入れる
          </button>`
        : nothing}
      <button type="button" class="button" @click=${context.cancel}>やめる</button>
    </div>
    ${block.rows.length > 0 ? everyRow(block) : nothing}
  </section>`;
}

function isAnswered(block: Block): boolean {
  return block.doubtful === undefined || block.answers.numbers !== undefined;
}

function numbersQuestion({ doubtful, answers }: Block, { answer }: PasteContext): Part {
  if (!doubtful) {
    return nothing;
  }
  const choice = (value: 'rows' | 'figures', words: string): TemplateResult => html`<label class="em-paste-choice">
    <input
      type="radio"
      name="em-paste-numbers"
      .checked=${answers.numbers === value}
      @change=${() => answer({ numbers: value })}
    />
    ${words}
  </label>`;
  const some = doubtful.slice(0, NAMED).join('、');
  return html`<fieldset class="em-paste-question">
    <legend>数字の列「${some}${doubtful.length > NAMED ? '…' : ''}」は何ですか。名前の列がないので、分かりません。</legend>
    ${choice('figures', '実績の値です。選んでいたセルから下へ、順に入れます')}
    ${choice('rows', '指標の番号です。右の列を、その番号の行に入れます')}
  </fieldset>`;
}

function list(words: string[]): Part {
  return words.length > 0 ? html`<ul class="em-paste-left">${words.map((text) => html`<li>${text}</li>`)}</ul>` : nothing;
}

/** Each cell that something stands in now and that will hold something else, or nothing. */
function replaced(block: Block): Part {
  const rows = replacing(block);
  return rows.length === 0
    ? nothing
    : html`<div class="em-paste-rows" role="region" aria-label="今の値が変わるセル" tabindex="0">
        <table class="em-paste-replaced">
          <caption>今の値が変わるセル（${rows.length} 件）</caption>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">指標</th>
              <th scope="col">今の値</th>
              <th scope="col">貼り付けたあとの値</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) => html`<tr>
                <td>${row.line?.no}</td>
                <td>${row.line?.row.name}</td>
                <td>${before(row)}</td>
                <td><b>${after(row)}</b></td>
              </tr>`
            )}
          </tbody>
        </table>
      </div>`;
}

function choices(block: Block, { answer }: PasteContext): TemplateResult {
  const { clear, byNumberOnly } = block.answers;
  const clearing = block.rows.filter((row) => row.clears);
  const numbered = block.rows.filter((row) => row.left === 'number').length;
  const box = (name: 'clear' | 'byNumberOnly', checked: boolean, words: string): TemplateResult =>
    html`<label class="em-paste-choice">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => answer({ [name]: (event.target as HTMLInputElement).checked })}
      />
      ${words}
    </label>`;
  return html`${clearing.length > 0
    ? box('clear', clear, `空欄のセルで、今の値を消す（${clearing.length} 行：${named(clearing, (row) => `${noOf(row)} ${was(row)}`)}）`)
    : nothing}
  ${numbered > 0 || byNumberOnly ? box('byNumberOnly', byNumberOnly, '名前が合わなくても、番号の合う行に入れる') : nothing}`;
}

export function summary(block: Block): string {
  return `${block.rows.length} 行のうち ${block.rows.filter((row) => row.edit).length} 行を読み取りました。`;
}

/** What is not put in, and why, each with its rows. */
export function problems(block: Block): string[] {
  const left = (kind: Left): Found[] => block.rows.filter((row) => !row.edit && row.left === kind);
  const told = (kind: Left, words: string): string => {
    const rows = left(kind);
    return rows.length > 0 ? `${rows.length} 行は${words}（${named(rows, nameOf)}）` : '';
  };
  const reasons = [...new Set(left('other').map((row) => row.reason))];
  const blank = left('blank');
  const placed = blank.filter((row) => row.line);
  return [
    block.heading > 0 ? `見出しの ${block.heading} 行は入れません` : '',
    blank.length > 0
      ? `${blank.length} 行は空欄なので、今の値のままにします${placed.length > 0 ? `（${named(placed, noOf)}）` : ''}`
      : '',
    ...reasons.map((reason) => {
      const rows = left('other').filter((row) => row.reason === reason);
      return `${rows.length} 行は入れられません（${named(rows, nameOf)}：${reason}）`;
    }),
    told('unknown', '指標が見つかりません'),
    told('number', '番号は合いますが、名前が合いません'),
    told('locked', '変更できません'),
    block.dropped > 0 ? `右の ${block.dropped} 列は入れる欄がありません` : '',
  ].filter(Boolean);
}

function named(rows: Found[], words: (row: Found) => string): string {
  const rest = rows.length - NAMED;
  return rows.slice(0, NAMED).map(words).join('、') + (rest > 0 ? `ほか ${rest} 行` : '');
}

function noOf(row: Found): string {
  return `No.${row.line?.no ?? ''}`;
}

function nameOf(row: Found): string {
  const label = row.label ? `「${row.label}」` : '空欄';
  if (!row.line) {
    return label;
  }
  const refused = row.left === 'other' && row.pasted ? ` ${row.pasted}` : '';
  return `${noOf(row)}${row.left === 'number' ? ` ← ${label}` : refused}`;
}

function was({ line }: Found): string {
  return line ? inWords(line.typed) : '';
}

function before(row: Found): string {
  return row.preview?.before || was(row);
}

function after(row: Found): string {
  return row.edit ? row.preview?.after || inWords(row.edit.typed) : '';
}

function everyRow(block: Block): TemplateResult {
  return html`<details>
    <summary>行ごとに見る</summary>
    <div class="em-paste-rows" role="region" aria-label="貼り付ける行" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">指標</th>
            <th scope="col">今の値 → 貼り付けたあとの値</th>
            <th scope="col">読み方、入れない理由</th>
          </tr>
        </thead>
        <tbody>
          ${block.rows.map(
            (row) => html`<tr>
              <td>${row.line?.no ?? ''}</td>
              <td>${row.line?.row.name ?? row.label}</td>
              <td>${row.edit ? html`${before(row)} → <b>${after(row)}</b>` : row.line ? (row.pasted ?? row.label) : nothing}</td>
              <td>${row.reason ? html`<span class="flag">${row.reason}</span>` : (row.preview?.message ?? '')}</td>
            </tr>`
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
