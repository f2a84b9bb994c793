import type { Field } from './entry';

/** Where a key leads from a cell: rows down, or fields right. */
export interface Move {
  rows: number;
  fields: number;
}

/** Nothing where the key belongs to the text in the cell. */
export function moveOf(event: KeyboardEvent, input: HTMLInputElement): Move | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return undefined;
  }
  switch (event.key) {
    case 'Enter':
      return { rows: event.shiftKey ? -1 : 1, fields: 0 };
    case 'ArrowDown':
      return event.shiftKey ? undefined : { rows: 1, fields: 0 };
    case 'ArrowUp':
      return event.shiftKey ? undefined : { rows: -1, fields: 0 };
    case 'ArrowLeft':
      return !event.shiftKey && caret(input) === 0 ? { rows: 0, fields: -1 } : undefined;
    case 'ArrowRight':
      return !event.shiftKey && caret(input) === input.value.length ? { rows: 0, fields: 1 } : undefined;
    default:
      return undefined;
  }
}

export function isUndo(event: KeyboardEvent): boolean {
  return command(event) && !event.shiftKey && event.key.toLowerCase() === 'z';
}

/** Opens the list that belongs to a cell. */
export function opensList(event: KeyboardEvent): boolean {
  return event.altKey && !event.ctrlKey && !event.metaKey && event.key === 'ArrowDown';
}

export function isRedo(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  return command(event) && ((event.shiftKey && key === 'z') || (!event.shiftKey && key === 'y'));
}

function command(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey;
}

/** None while something is selected: then an arrow only ends the selection. */
function caret(input: HTMLInputElement): number | null {
  return input.selectionStart === input.selectionEnd ? input.selectionStart : null;
}

/** The cell that an event happened in. */
export function cellOf(event: Event): { input: HTMLInputElement; no: string; field: Field } | undefined {
  const input = event.target;
  return input instanceof HTMLInputElement && input.dataset.no !== undefined
    ? { input, no: input.dataset.no, field: input.dataset.field as Field }
    : undefined;
}
