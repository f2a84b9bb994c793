import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Content, type Field, FIELDS, headings, inWords, type Row, same, type Typed } from './entry';
import type { Line } from './line';

type Part = TemplateResult | typeof nothing;

/** What the rows are drawn with. */
export interface RowContext {
  content: Content;
  current: string | undefined;
  online: boolean;
  presence: Map<string, string[]>;
  choose(line: Line, reason: string): void;
  keepMine(line: Line): void;
  takeTheirs(line: Line): void;
  discard(line: Line): void;
}

export const COLUMNS = 8;

export function rowView(line: Line, context: RowContext): TemplateResult {
  const { row } = line;
  const current = row.no === context.current;
  return html`<tr
      class="em-row ${current ? 'em-current' : ''} ${row.editable ? '' : 'em-locked'}"
      data-no=${row.no}
      aria-current=${current ? 'true' : nothing}
    >
      <td class="em-no">${row.no}</td>
      <th scope="row" class="em-name">
        ${row.name} <span class="em-small">${row.unit}</span>
        <div class="em-flags" id=${id(row, 'flags')}>${flags(line)}</div>
      </th>
      <td class="em-right em-last">${row.last}${row.lastNote ? html`<span class="em-aside" title=${row.lastNote}>${row.lastNote}</span>` : nothing}</td>
      ${FIELDS.map(
        (field) =>
          html`<td class="em-${field}">
            ${row.editable ? input(line, field, context) : fixed(line, field)}${row.editable && field === 'value'
              ? reasons(line, context)
              : nothing}
          </td>`
      )}
      <td class="em-right em-change">${row.change}</td>
      <td class="em-state">${state(line, context)}</td>
    </tr>
    ${below(line, context)}`;
}

/** Ids stay apart from those of other components, and hold no character that a selector would trip over. */
function id(row: Row, part: string): string {
  return `em-${row.no.replace(/[^\w-]/g, '_')}-${part}`;
}

function flags(line: Line): Part[] {
  const { row } = line;
  return [
    row.hint && same(line.typed, row.typed) ? html`<span class="flag em-hint">${row.hint}</span>` : nothing,
    ...row.findings.map(({ label, message, confirmed }) =>
      confirmed === null
        ? html`<span class="flag" title=${message}>⚑ ${label}</span><span class="for-screen-readers">${message}</span>`
        : html`<span class="em-confirmed" title="${message}　${confirmed}">✓ ${label}（確認済）</span>`
    ),
    line.leftBehind ? html`<span class="flag em-left-behind">${leftBehind(line.leftBehind)}</span>` : nothing,
    line.changedByOther ? html`<span class="flag em-changed">ほかの人が変更しました</span>` : nothing,
  ];
}

/** What has gone with the old figure, so that it goes before somebody's eyes. */
export function leftBehind({ referenceYear, note }: Typed): string {
  const parts = [referenceYear ? `値の年度「${referenceYear}」` : '', note ? `注「${note}」` : ''].filter(Boolean);
  return `前の値の${parts.join('と')}を消しました（Ctrl+Zで戻せます）`;
}

function input(line: Line, field: Field, { content }: RowContext): TemplateResult {
  const { row } = line;
  const wrong = field === 'value' && line.isRefused;
  return html`<input
    class="em-input"
    type="text"
    autocomplete="off"
    spellcheck="false"
    data-no=${row.no}
    data-field=${field}
    aria-label="No.${row.no} ${row.name} ${headings(content)[field]}"
    aria-describedby="${id(row, 'flags')} ${id(row, 'state')}${hasBelow(line) ? ` ${id(row, 'below')}` : ''}"
    aria-invalid=${wrong ? 'true' : nothing}
    placeholder=${field === 'value' && row.ratio ? '分子/分母' : nothing}
    .value=${live(line.typed[field])}
  />`;
}

/**
 * What to choose in place of a figure where there is none. Beside the keyboard's way from cell to cell: it is reached by
 * Alt+↓, as a list is everywhere.
 */
function reasons(line: Line, { content, choose }: RowContext): Part {
  const { row } = line;
  return content.reasons.length === 0
    ? nothing
    : html`<select
        class="em-reasons"
        tabindex="-1"
        data-reasons=${row.no}
        aria-label="No.${row.no} ${row.name} 実績がない理由を選ぶ"
        title="実績がないときの理由を選ぶ（Alt+↓）"
        .value=${''}
        @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          choose(line, select.value);
          select.value = '';
        }}
      >
        <option value="" hidden>理由</option>
        ${content.reasons.map((reason) => html`<option value=${reason}>${reason}</option>`)}
      </select>`;
}

/** What is stored, even where something else was typed: that stands below, to be copied. */
function fixed(line: Line, field: Field): TemplateResult {
  return html`<span class="em-fixed">${line.row.typed[field]}</span>`;
}

function state(line: Line, { online, presence }: RowContext): TemplateResult {
  const { row } = line;
  const saving = line.saveState(online);
  const others = presence.get(row.no);
  return html`<span id=${id(row, 'state')}
      ><span class="em-tone" data-tone=${row.tone}>${row.state}</span> ${saving
        ? html`<span class="em-save" data-save=${saving}>${saving}</span>`
        : nothing}</span
    >${row.editable ? nothing : lock(row)}${others
      ? html`<span class="em-aside em-presence">${others.join('、')} が入力中</span>`
      : nothing}`;
}

function lock(row: Row): TemplateResult {
  const text = row.lock || '変更できません';
  return html`<button type="button" class="em-lock" data-lock=${row.no} title=${text} aria-label="No.${row.no} は変更できません。${text}">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <rect x="2.5" y="7" width="11" height="8" rx="1.5" fill="currentColor" />
        <path d="M5 7V4.8a3 3 0 0 1 6 0V7" fill="none" stroke="currentColor" stroke-width="1.7" />
      </svg></button
    ><span class="em-bubble" aria-hidden="true">${text}</span>`;
}

function isLost(line: Line): boolean {
  return !line.row.editable && line.dirty;
}

function hasBelow(line: Line): boolean {
  return line.theirs !== undefined || line.isRefused || isLost(line);
}

/** What the person has to decide or to correct, right under the row. */
function below(line: Line, context: RowContext): Part {
  if (!hasBelow(line)) {
    return nothing;
  }
  const content = isLost(line) ? lost(line, context) : line.theirs ? conflict(line, context) : html`<p>${line.message}</p>`;
  return html`<tr class="em-below" data-below=${line.no}>
    <td></td>
    <td colspan=${COLUMNS - 1}><div class="em-box" id=${id(line.row, 'below')}>${content}</div></td>
  </tr>`;
}

function conflict(line: Line, context: RowContext): Part {
  if (!line.theirs) {
    return nothing;
  }
  const { typed, who, when } = line.theirs;
  // Where only the year or the note differs, the figures alone would look the same.
  const figures = typed.value !== line.typed.value && typed.value !== '' && line.typed.value !== '';
  const theirs = figures ? typed.value : inWords(typed);
  const mine = figures ? line.typed.value : inWords(line.typed);
  return html`<p>${who || 'ほかの人'} が${when ? ` ${when} に` : ''} ${theirs} を保存しました。</p>
    <div class="em-buttons">
      <button type="button" class="button" @click=${() => context.keepMine(line)}>自分の入力にする（${mine}）</button>
      <button type="button" class="button" @click=${() => context.takeTheirs(line)}>相手の値にする（${theirs}）</button>
    </div>`;
}

function lost(line: Line, context: RowContext): Part {
  return html`<p>${line.message || line.row.lock}</p>
    <p>保存されていない入力：<span class="em-copy">${inWords(line.typed)}</span></p>
    <div class="em-buttons">
      <button type="button" class="button" @click=${() => context.discard(line)}>この入力を消す</button>
    </div>`;
}
