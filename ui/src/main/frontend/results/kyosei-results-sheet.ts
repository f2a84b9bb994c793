import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { isConverting } from '../form/composing';
import './kyosei-indicator-jump';
import type { IndicatorJump } from './kyosei-indicator-jump';
import { type Filter, isFiltered, type Line, linesOf, matching, NO_FILTER, pathTo, UNMEASURED } from './lines';
import { asTable, asText, type Chosen, copied } from './copying';
import { cellContent, checkFlags, expandButton, gradeContent, progressContent, trendContent } from './parts';
import { type Check, hasNotes, type Row, type Section, type Sheet, tone } from './sheet';
import { ariaSort, next, sorted, type Sorting } from './sorting';

const FIRST_LINES = 120;
const MORE_LINES = 120;
const TYPING_PAUSE = 1000;

/**
 * The results sheet: every indicator of a plan with its years, target, progress and grade. A real table in the light DOM,
 * so that it can be searched, copied, printed and read aloud; moved through with the arrow keys.
 */
@customElement('kyosei-results-sheet')
export class ResultsSheet extends LitElement {
  @property({ attribute: false }) sheet?: Sheet;

  @state() private filter: Filter = NO_FILTER;
  @state() private folded: ReadonlySet<string> = new Set();
  @state() private expanded: ReadonlySet<string> = new Set();
  @state() private sorting: Sorting | null = null;
  @state() private limit = FIRST_LINES;
  @state() private printing = false;

  @query('.rs-search') private search!: HTMLInputElement;
  @query('kyosei-indicator-jump') private jump!: IndicatorJump;

  private readonly fits = new ResizeObserver(() => this.noteScrolling());
  private lines: Line[] = [];
  private active: HTMLElement | null = null;
  private typed = '';
  private typedAt = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.onShortcut);
    window.addEventListener('beforeprint', this.onBeforePrint);
    window.addEventListener('afterprint', this.onAfterPrint);
    this.fits.observe(this);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.onShortcut);
    window.removeEventListener('beforeprint', this.onBeforePrint);
    window.removeEventListener('afterprint', this.onAfterPrint);
    this.fits.disconnect();
    super.disconnectedCallback();
  }

  /** Light DOM: the page's styles, the browser's search and the printer see a plain table. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const sheet = this.sheet;
    if (!sheet) {
      return nothing;
    }
    const rows = matching(sheet, this.filter);
    this.lines = linesOf(
      sheet,
      this.sorting ? sorted(rows, sheet, this.sorting) : rows,
      this.printing ? new Set() : this.folded,
      this.expanded,
      this.filter.town,
      this.sorting !== null
    );
    const drawn = this.printing ? this.lines : this.lines.slice(0, this.limit);
    return html`
      ${this.gradeCards(sheet)} ${this.filterBar(sheet)}
      <p class="rs-count" role="status">${this.countText(sheet, rows)}</p>
      ${rows.length === 0
        ? this.emptyState(sheet)
        : html`<div class="rs-scroll">
            <table
              class=${sheet.rows.some((row) => row.no.length > 4) ? 'rs-long-numbers' : nothing}
              role="grid"
              aria-label="指標の実績"
              aria-rowcount=${this.lines.length + 1}
              style="--years: ${sheet.years.length}"
              @keydown=${this.onKey}
              @focusin=${this.onFocus}
              @click=${this.onCellClick}
              @copy=${this.onCopy}
            >
              ${this.columns(sheet)} ${this.head(sheet)}
              <tbody>
                ${repeat(
                  drawn,
                  (line) => line.key,
                  (line) => guard(this.dependencies(line, sheet), () => this.line(line, sheet))
                )}
              </tbody>
            </table>
          </div>`}
      <kyosei-indicator-jump .rows=${sheet.rows} @jump=${this.onJump}></kyosei-indicator-jump>
    `;
  }

  protected override updated(): void {
    if (this.limit < this.lines.length) {
      const more = (): void => {
        this.limit += MORE_LINES;
      };
      // Safari does not have it.
      if ('requestIdleCallback' in window) {
        requestIdleCallback(more, { timeout: 200 });
      } else {
        setTimeout(more, 30);
      }
    }
    this.noteScrolling();
    if (!this.active?.isConnected) {
      this.activate(this.querySelector<HTMLElement>('tbody [data-column]'));
    }
  }

  private noteScrolling(): void {
    const frame = this.querySelector('.rs-scroll');
    frame?.toggleAttribute('data-scrolls', frame.scrollWidth > frame.clientWidth + 1);
  }

  private dependencies(line: Line, sheet: Sheet): unknown[] {
    switch (line.kind) {
      case 'section':
        return [sheet, line.folded, line.count];
      case 'row':
        return [sheet, line.row, line.expanded];
      case 'town':
        return [sheet, line.row, line.first];
    }
  }

  private gradeCards(sheet: Sheet): TemplateResult {
    const unmeasured = sheet.rows.filter((row) => row.grade === null).length;
    const named = new Set(sheet.grades.map((grade) => grade.label));
    const cards = sheet.grades.map((grade) =>
      this.gradeCard(
        grade.label === sheet.unmeasuredLabel ? UNMEASURED : grade.label,
        grade.label,
        tone(grade),
        grade.meaning,
        grade.count,
        grade.previous
      )
    );
    const rest =
      unmeasured > 0 && !named.has(sheet.unmeasuredLabel)
        ? this.gradeCard(UNMEASURED, '—', 'none', sheet.unmeasuredLabel, unmeasured, null)
        : nothing;
    return html`<div class="rs-grades" role="group" aria-label="達成度で絞る">${cards}${rest}${this.shareCard(sheet)}</div>`;
  }

  /** How many have one of the two best grades, as the overview of 一関・平泉 counts them. */
  private shareCard(sheet: Sheet): TemplateResult | typeof nothing {
    const best = sheet.grades.filter((grade) => grade.label !== sheet.unmeasuredLabel).slice(0, 2);
    const all = sheet.rows.length;
    if (best.length < 2 || all === 0) {
      return nothing;
    }
    const count = best.reduce((sum, grade) => sum + grade.count, 0);
    const previous = best.every((grade) => grade.previous !== null)
      ? best.reduce((sum, grade) => sum + (grade.previous ?? 0), 0)
      : null;
    return html`<div class="rs-grade-card rs-share">
      <span><small>${best.map((grade) => grade.label).join('・')}の割合</small></span>
      <span class="rs-grade-count"
        >${Math.round((count * 100) / all)}%<small>
          ${count} / ${all}${previous === null ? '' : `（前年 ${previous}）`}</small
        ></span
      >
    </div>`;
  }

  private gradeCard(
    value: string,
    label: string,
    toneName: string,
    meaning: string,
    count: number,
    previous: number | null
  ): TemplateResult {
    const pressed = this.filter.grade === value;
    return html`<button
      type="button"
      class="rs-grade-card"
      aria-pressed=${pressed ? 'true' : 'false'}
      @click=${() => this.narrow({ grade: pressed ? '' : value })}
    >
      <span><span class="grade" data-tone=${toneName}>${label}</span> <small>${meaning}</small></span>
      <span class="rs-grade-count"
        >${count}<small>${previous === null ? '' : ` 前年 ${previous}`}</small></span
      >
    </button>`;
  }

  private filterBar(sheet: Sheet): TemplateResult {
    const checks = sheet.rows.filter((row) => row.checks.length > 0).length;
    const notes = sheet.rows.filter((row) => row.noteCount > 0).length;
    const firstLevel = sheet.sections[0]?.levelName ?? '体系';
    return html`<div class="rs-filters" role="search" aria-label="指標を絞る">
      ${this.choice(firstLevel, this.filter.section, this.sectionChoices(sheet), (section) => this.narrow({ section }))}
      ${sheet.towns.length > 1
        ? this.choice(
            '市町',
            this.filter.town,
            sheet.towns.map((town) => [town.code, town.name]),
            (town) => this.narrow({ town })
          )
        : nothing}
      ${checks > 0 || this.filter.onlyChecks ? this.toggle('指摘あり', checks, this.filter.onlyChecks, (onlyChecks) => this.narrow({ onlyChecks })) : nothing}
      ${notes > 0
        ? this.toggle('意見あり', notes, this.filter.onlyNotes, (onlyNotes) => this.narrow({ onlyNotes }))
        : nothing}
      ${isFiltered(this.filter)
        ? html`<button type="button" class="rs-clear" @click=${() => this.narrow(NO_FILTER)}>条件をはずす</button>`
        : nothing}
      <span class="rs-space"></span>
      <button type="button" class="rs-choice" @click=${() => this.jump.open()}>
        指標へ移る <kbd>Ctrl K</kbd>
      </button>
      <input
        class="rs-search"
        type="search"
        aria-label="指標をさがす"
        placeholder="指標をさがす（/）"
        .value=${this.filter.text}
        @input=${this.onSearch}
        @compositionend=${this.onSearch}
      />
    </div>`;
  }

  private choice(
    label: string,
    value: string,
    options: [string, string][],
    choose: (value: string) => void
  ): TemplateResult {
    return html`<label class="rs-choice ${value ? 'rs-on' : ''}"
      >${label}：<select
        .value=${value}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${value === ''}>すべて</option>
        ${options.map(
          ([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`
        )}
      </select></label
    >`;
  }

  private toggle(label: string, count: number, on: boolean, choose: (on: boolean) => void): TemplateResult {
    return html`<button
      type="button"
      class="rs-choice ${on ? 'rs-on' : ''}"
      aria-pressed=${on ? 'true' : 'false'}
      ?disabled=${count === 0 && !on}
      @click=${() => choose(!on)}
    >
      ${label} ${count}
    </button>`;
  }

  private sectionChoices(sheet: Sheet): [string, string][] {
    const byNumber = new Map(sheet.sections.map((section) => [section.number, section]));
    return sheet.sections.map((section) => [
      section.number,
      `${'　'.repeat(pathTo(section.number, byNumber).length - 1)}${section.number} ${section.title}`,
    ]);
  }

  private countText(sheet: Sheet, rows: Row[]): string {
    return rows.length === sheet.rows.length
      ? `${sheet.rows.length} 指標`
      : `${sheet.rows.length} 指標のうち ${rows.length} 指標を表示しています`;
  }

  private emptyState(sheet: Sheet): TemplateResult {
    return sheet.rows.length === 0
      ? html`<p class="rs-empty">この計画には、まだ指標がありません。</p>`
      : html`<div class="rs-empty">
          <p>条件に合う指標はありません。</p>
          <button type="button" class="button" @click=${() => this.narrow(NO_FILTER)}>条件をはずす</button>
        </div>`;
  }

  private columns(sheet: Sheet): TemplateResult {
    return html`<colgroup>
      <col class="rs-no" />
      <col class="rs-name" />
      <col class="rs-figure" />
      ${sheet.years.map(() => html`<col class="rs-figure" />`)}
      <col class="rs-trend" />
      <col class="rs-figure" />
      <col class="rs-progress" />
      <col class="rs-grade" />
      ${hasNotes(sheet) ? html`<col class="rs-notes" />` : nothing}
    </colgroup>`;
  }

  private head(sheet: Sheet): TemplateResult {
    return html`<thead>
      <tr>
        <th scope="col" class="rs-stick-1" aria-sort=${this.sortOf('no')}>${this.sorter('no', 'No.')}</th>
        <th scope="col" class="rs-stick-2" aria-sort=${this.sortOf('name')}>${this.sorter('name', '指標')}</th>
        <th scope="col" class="rs-right" aria-sort=${this.sortOf('baseline')}>
          ${this.sorter('baseline', sheet.baselineLabel)}
        </th>
        ${sheet.years.map(
          ({ year, label }) =>
            html`<th
              scope="col"
              class="rs-right ${year === sheet.currentYear ? 'rs-current' : ''}"
              aria-current=${year === sheet.currentYear ? 'true' : nothing}
              aria-sort=${this.sortOf(String(year))}
            >
              ${this.sorter(String(year), label)}
            </th>`
        )}
        <th scope="col">推移</th>
        <th scope="col" class="rs-right" aria-sort=${this.sortOf('target')}>
          ${this.sorter('target', sheet.targetLabel)}
        </th>
        <th scope="col" aria-sort=${this.sortOf('progress')}>${this.sorter('progress', '進捗率')}</th>
        <th scope="col" aria-sort=${this.sortOf('grade')}>${this.sorter('grade', '達成度')}</th>
        ${hasNotes(sheet) ? html`<th scope="col">意見</th>` : nothing}
      </tr>
    </thead>`;
  }

  private sortOf(column: string): 'ascending' | 'descending' | 'none' {
    return ariaSort(this.sorting, column);
  }

  private sorter(column: string, label: string): TemplateResult {
    const order = this.sortOf(column);
    const sign = order === 'none' ? '' : order === 'descending' ? '▼' : '▲';
    return html`<button type="button" class="rs-sort" title="並べ替える" @click=${() => this.sortBy(column)}>
      ${label}<span aria-hidden="true">${sign}</span>
    </button>`;
  }

  private sortBy(column: string): void {
    this.sorting = next(this.sorting, column);
    this.limit = FIRST_LINES;
  }

  private line(line: Line, sheet: Sheet): TemplateResult {
    switch (line.kind) {
      case 'section':
        return this.sectionLine(line, sheet);
      case 'row':
        return this.rowLine(line.row, line.expanded, sheet);
      case 'town':
        return this.townLine(line, sheet);
    }
  }

  private sectionLine(line: Line & { kind: 'section' }, sheet: Sheet): TemplateResult {
    const { section, depth, count, folded } = line;
    return html`<tr class="rs-section" data-depth=${depth} data-section=${section.number}>
      <th scope="rowgroup" colspan=${sheet.years.length + (hasNotes(sheet) ? 8 : 7)} data-column="0" tabindex="-1">
        <button
          type="button"
          tabindex="-1"
          aria-expanded=${folded ? 'false' : 'true'}
          @click=${() => this.fold(section.number)}
        >
          <span aria-hidden="true">${folded ? '▸' : '▾'}</span>
          <span class="rs-section-number">${section.number}</span> ${section.title}
          <small>${count} 指標</small>
        </button>
      </th>
    </tr>`;
  }

  /** The page asks for the reason and keeps it. */
  private confirm(row: Row, check: Check): void {
    const detail = { no: row.no, code: check.code, year: check.year };
    this.dispatchEvent(new CustomEvent('confirm-check', { detail, bubbles: true }));
  }

  private rowLine(row: Row, expanded: boolean, sheet: Sheet): TemplateResult {
    const cells = new Map(row.cells.map((cell) => [cell.year, cell]));
    const years = sheet.years.length;
    return html`<tr class="rs-row" data-no=${row.no}>
      <td class="rs-no rs-stick-1" data-column="0" tabindex="-1">${row.no}</td>
      <th scope="row" class="rs-name rs-stick-2" data-column="1" tabindex="-1">
        <span class="rs-name-line">
          ${expandButton(row, expanded, () => this.unfold(row.no))}
          <span
            ><a href=${row.href} tabindex="-1">${row.name}</a>
            <span class="rs-unit">${row.unit}</span>
            ${row.kindLabel ? html`<span class="rs-kind">${row.kindLabel}</span>` : nothing} ${checkFlags(row, (check) => this.confirm(row, check))}</span
          >
        </span>
      </th>
      <td class="rs-right" data-column="2" tabindex="-1">
        ${row.baseline
          ? html`${row.baseline.text}${row.baseline.year
              ? html`<span class="rs-reference">(${row.baseline.year})</span>`
              : nothing}${row.baseline.note ? html`<span class="rs-aside">${row.baseline.note}</span>` : nothing}`
          : nothing}
      </td>
      ${sheet.years.map(
        ({ year }, index) =>
          html`<td
            class="rs-right ${year === sheet.currentYear ? 'rs-current' : ''}"
            data-column=${index + 3}
            tabindex="-1"
          >
            ${cellContent(cells.get(year))}
          </td>`
      )}
      <td data-column=${years + 3} tabindex="-1">${trendContent(row, sheet)}</td>
      <td class="rs-right" data-column=${years + 4} tabindex="-1">
        ${row.target
          ? html`${row.target.text}${row.target.year
              ? html`<span class="rs-reference">(${row.target.year})</span>`
              : nothing}`
          : nothing}
      </td>
      <td data-column=${years + 5} tabindex="-1">${progressContent(row)}</td>
      <td data-column=${years + 6} tabindex="-1">${gradeContent(row, sheet)}</td>
      ${hasNotes(sheet)
        ? html`<td class="rs-notes" data-column=${years + 7} tabindex="-1">
            ${row.noteCount > 0 ? html`<a href=${row.href} tabindex="-1">意見 ${row.noteCount}</a>` : nothing}
          </td>`
        : nothing}
    </tr>`;
  }

  private townLine(line: Line & { kind: 'town' }, sheet: Sheet): TemplateResult {
    const cells = new Map(line.town.cells.map((cell) => [cell.year, cell]));
    const years = sheet.years.length;
    return html`<tr class="rs-town" data-no=${line.row.no}>
      <td class="rs-stick-1" data-column="0" tabindex="-1"></td>
      <th scope="row" class="rs-name rs-stick-2" data-column="1" tabindex="-1">└ ${line.town.name}</th>
      <td data-column="2" tabindex="-1"></td>
      ${sheet.years.map(
        ({ year }, index) =>
          html`<td
            class="rs-right ${year === sheet.currentYear ? 'rs-current' : ''}"
            data-column=${index + 3}
            tabindex="-1"
          >
            ${cellContent(cells.get(year))}
          </td>`
      )}
      <td colspan=${hasNotes(sheet) ? 5 : 4} class="rs-consolidation" data-column=${years + 3} tabindex="-1">
        ${line.first ? (line.row.consolidationLabel ?? nothing) : nothing}
      </td>
    </tr>`;
  }

  private narrow(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.limit = FIRST_LINES;
  }

  private fold(section: Section['number']): void {
    this.folded = toggled(this.folded, section);
  }

  private unfold(no: string): void {
    this.expanded = toggled(this.expanded, no);
  }

  private readonly onBeforePrint = (): void => {
    this.printing = true;
    this.performUpdate();
  };

  private readonly onAfterPrint = (): void => {
    this.printing = false;
  };

  /** What is still being converted is in no name; the rows stay until it is a word. */
  private readonly onSearch = (event: Event): void => {
    if (!isConverting(event)) {
      this.narrow({ text: (event.target as HTMLInputElement).value });
    }
  };

  private readonly onShortcut = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.jump.open();
    } else if (event.key === '/' && !isTyping(event.target)) {
      event.preventDefault();
      this.search.focus();
      this.search.select();
    }
  };

  private readonly onJump = (event: CustomEvent<string>): void => {
    void this.goTo(event.detail);
  };

  /** Shows the indicator, whatever hides it now, and moves there. */
  private async goTo(no: string): Promise<void> {
    const row = this.sheet?.rows.find((candidate) => candidate.no === no);
    if (!row || !this.sheet) {
      return;
    }
    if (!matching(this.sheet, this.filter).includes(row)) {
      this.filter = NO_FILTER;
    }
    const byNumber = new Map(this.sheet.sections.map((section) => [section.number, section]));
    const path = new Set(pathTo(row.section, byNumber).map((section) => section.number));
    this.folded = new Set([...this.folded].filter((number) => !path.has(number)));
    await this.updateComplete;
    this.limit = Math.max(this.limit, this.lines.findIndex((line) => line.key === `r${no}`) + FIRST_LINES);
    await this.updateComplete;
    const cell = this.querySelector<HTMLElement>(`tr.rs-row[data-no="${CSS.escape(no)}"] [data-column="1"]`);
    cell?.scrollIntoView({ block: 'center' });
    cell?.focus();
  }

  /** Within one cell a copy is what is marked; over several, rows as a spreadsheet takes them. */
  private readonly onCopy = (event: ClipboardEvent): void => {
    const selection = window.getSelection();
    const sheet = this.sheet;
    if (!sheet || !selection || selection.isCollapsed || !event.clipboardData) {
      return;
    }
    const from = cellOf(elementOf(selection.anchorNode));
    if (from && from === cellOf(elementOf(selection.focusNode))) {
      return;
    }
    const chosen: Chosen[] = [];
    this.querySelectorAll('tbody tr').forEach((element, place) => {
      const line = this.lines[place];
      if (line && line.kind !== 'section' && selection.containsNode(element, true)) {
        chosen.push({ row: line.row, town: line.kind === 'town' ? line.town : null });
      }
    });
    if (chosen.length > 0) {
      const lines = copied(sheet, chosen);
      event.clipboardData.setData('text/plain', asText(lines));
      event.clipboardData.setData('text/html', asTable(lines));
      event.preventDefault();
    }
  };

  private readonly onFocus = (event: FocusEvent): void => {
    const cell = cellOf(event.target);
    if (cell) {
      this.activate(cell);
    }
  };

  /** Of all cells only one is reached by the tab key; from there the arrow keys lead on. */
  private activate(cell: HTMLElement | null): void {
    this.active?.setAttribute('tabindex', '-1');
    cell?.setAttribute('tabindex', '0');
    this.active = cell;
  }

  private readonly onCellClick = (event: MouseEvent): void => {
    const interactive = event.target instanceof Element && event.target.closest('a, button');
    const cell = cellOf(event.target);
    if (cell && !interactive && window.getSelection()?.isCollapsed !== false) {
      cell.focus({ preventScroll: true });
    }
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const cell = cellOf(event.target);
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const handled = this.move(cell, event.key) || this.typeNumber(event.key);
    if (handled) {
      event.preventDefault();
    }
  };

  private move(cell: HTMLElement, key: string): boolean {
    const line = cell.parentElement as HTMLElement;
    const opener = line.querySelector<HTMLButtonElement>('button[aria-expanded]');
    const isOpen = opener?.getAttribute('aria-expanded') === 'true';
    const atOpener = opener !== null && cell.contains(opener);
    switch (key) {
      case 'ArrowRight':
        return atOpener && !isOpen ? press(opener) : focus(cell.nextElementSibling);
      case 'ArrowLeft':
        return atOpener && isOpen ? press(opener) : focus(cell.previousElementSibling);
      case 'ArrowDown':
        return focusInLine(line.nextElementSibling, column(cell));
      case 'ArrowUp':
        return focusInLine(line.previousElementSibling, column(cell));
      case 'Home':
        return focus(line.firstElementChild);
      case 'End':
        return focus(line.lastElementChild);
      case 'PageDown':
        return focusInLine(lineAway(line, 10), column(cell));
      case 'PageUp':
        return focusInLine(lineAway(line, -10), column(cell));
      case 'Enter':
        return press(line.querySelector<HTMLElement>('a[href]') ?? opener);
      case ' ':
        return press(opener);
      default:
        return false;
    }
  }

  /** Digits typed in the table lead to the indicator of that number. */
  private typeNumber(key: string): boolean {
    if (!/^[0-9-]$/.test(key)) {
      return false;
    }
    const now = Date.now();
    this.typed = now - this.typedAt > TYPING_PAUSE ? key : this.typed + key;
    this.typedAt = now;
    void this.goTo(this.typed);
    return true;
  }
}

function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const changed = new Set(set);
  if (!changed.delete(member)) {
    changed.add(member);
  }
  return changed;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

function elementOf(node: Node | null): Element | null {
  return node instanceof Element ? node : (node?.parentElement ?? null);
}

function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
}

function column(cell: HTMLElement): number {
  return Number(cell.dataset.column);
}

function focus(cell: Element | null): boolean {
  if (cell instanceof HTMLElement && cell.dataset.column !== undefined) {
    cell.focus();
    return true;
  }
  return false;
}

function focusInLine(line: Element | null, wanted: number): boolean {
  const cells = [...(line?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  return focus(cells.findLast((cell) => column(cell) <= wanted) ?? cells[0] ?? null);
}

function lineAway(line: Element, distance: number): Element | null {
  const lines = [...(line.parentElement?.children ?? [])];
  return lines[Math.min(lines.length - 1, Math.max(0, lines.indexOf(line) + distance))] ?? null;
}

function press(control: HTMLElement | null): boolean {
  control?.click();
  return control !== null;
}
