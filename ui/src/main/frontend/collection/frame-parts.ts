import { html, type TemplateResult } from 'lit';
import type { Content } from './entry';
import { type Filter, FILTERS } from './filter';

export function filterBar(
  counts: Record<Filter, number>,
  chosen: Filter,
  choose: (filter: Filter) => void
): TemplateResult {
  return html`<div class="em-filters" role="group" aria-label="表示する行">
    ${FILTERS.filter(({ key }) => key !== 'mine' || counts.mine > 0).map(
      ({ key, label }) =>
        html`<button
          type="button"
          class="em-filter"
          aria-pressed=${chosen === key ? 'true' : 'false'}
          @click=${() => choose(key)}
        >
          ${label} ${counts[key]}
        </button>`
    )}
    <span class="em-space"></span>
    <span class="em-small">Excel からそのまま貼り付けられます（Ctrl+V）・元に戻す Ctrl+Z</span>
  </div>`;
}

export function tableHead(content: Content): TemplateResult {
  return html`<caption class="for-screen-readers">${content.caption}</caption>
    <thead>
      <tr>
        <th scope="col" class="em-no">No.</th>
        <th scope="col" class="em-name">指標</th>
        <th scope="col" class="em-right em-last">${content.lastYearLabel}</th>
        <th scope="col" class="em-right em-value">${content.thisYearLabel}</th>
        <th scope="col" class="em-referenceYear">値の年度</th>
        <th scope="col" class="em-note">注・理由</th>
        <th scope="col" class="em-right em-change">前年差</th>
        <th scope="col" class="em-state">状態</th>
      </tr>
    </thead>`;
}
