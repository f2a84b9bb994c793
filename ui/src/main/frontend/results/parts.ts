import { html, nothing, type TemplateResult } from 'lit';
import { type Cell, type Check, figure, type Row, type Sheet, tone } from './sheet';
import { sparkline } from './sparkline';

type Content = TemplateResult | typeof nothing;

/** A figure, or why there is none. The full reason is part of the cell: shown on focus and hover, printed, read aloud. */
export function cellContent(cell: Cell | undefined): Content {
  if (!cell) {
    return nothing;
  }
  if (cell.missing) {
    return html`<span class="missing">${cell.missing.label}</span>${bubble(cell.missing.note)}`;
  }
  return html`${cell.text}${cell.reference
    ? html`<span class="rs-reference">(${cell.reference})</span>`
    : nothing}${cell.partial
    ? html`<span class="rs-partial">一部</span>${bubble('一部の市町の値がありません。')}`
    : nothing}${cell.provisional
    ? html`<span class="rs-partial">未確定</span>${bubble('まだ確定していない値です。')}`
    : nothing}`;
}

export function bubble(text: string | null): Content {
  return text ? html`<span class="rs-bubble">${text}</span>` : nothing;
}

export function expandButton(row: Row, expanded: boolean, toggle: () => void): Content {
  return row.byTown.length === 0
    ? html`<span class="rs-expand"></span>`
    : html`<button
        type="button"
        class="rs-expand"
        tabindex="-1"
        aria-expanded=${expanded ? 'true' : 'false'}
        aria-label="市町ごとの値"
        @click=${toggle}
      >
        <span aria-hidden="true">${expanded ? '▾' : '▸'}</span>
      </button>`;
}

/** What is odd about the figures. Whoever may say that they stand says it here, where it is read. */
export function checkFlags(row: Row, confirm: (check: Check) => void): Content {
  return row.checks.length === 0
    ? nothing
    : html`${row.checks.map((check) => flag(check, confirm))}${bubble(
        row.checks.map((check) => (check.confirmed ? `${check.message}（確認済み：${check.confirmed}）` : check.message)).join('　')
      )}`;
}

function flag(check: Check, confirm: (check: Check) => void): TemplateResult {
  if (check.confirmed) {
    return html`<span class="flag confirmed">✓ ${check.label}（確認済み）</span> `;
  }
  return check.confirmable
    ? html`<button
          type="button"
          class="flag rs-confirm"
          aria-label=${`${check.label}：値が正しいと確認する`}
          @click=${() => confirm(check)}
        >
          ⚑ ${check.label}
        </button> `
    : html`<span class="flag">⚑ ${check.label}</span> `;
}

export function trendContent(row: Row, sheet: Sheet): Content {
  const cells = new Map(row.cells.map((cell) => [cell.year, cell.number]));
  const years = sheet.years.map(({ year }) => cells.get(year) ?? null);
  return sparkline([figure(row.baseline?.text), ...years], figure(row.target?.text));
}

export function progressContent(row: Row): TemplateResult {
  const change = row.changeText ? html`<span class="rs-aside">前年差 ${row.changeText}</span>` : nothing;
  if (row.progressPercent === null) {
    return html`<span class="missing">${row.progressText || '算定なし'}</span>${change}`;
  }
  const width = Math.min(100, Math.max(0, row.progressPercent));
  return html`<span class="rs-bar-line">
      <span class="bar" aria-hidden="true"
        ><span data-tone=${tone(row.grade)} style="width: ${width}%"></span
      ></span>
      <span class="rs-percent">${row.progressText}</span></span
    >${change}`;
}

export function gradeContent(row: Row, sheet: Sheet): TemplateResult {
  const previous = row.previousGrade && row.previousGrade !== row.grade?.label ? row.previousGrade : null;
  return html`${row.grade
      ? html`<span class="grade" data-tone=${tone(row.grade)}>${row.grade.label}</span>`
      : html`<span class="grade" aria-hidden="true">—</span
          ><span class="for-screen-readers">${sheet.unmeasuredLabel}</span>`}
    ${previous ? html`<span class="rs-previous">前年 ${previous}</span>` : nothing}`;
}
