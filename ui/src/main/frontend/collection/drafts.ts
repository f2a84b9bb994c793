import type { Typed } from './entry';

/** An edit that the server has not confirmed, with the version it began from. */
export interface Draft {
  typed: Typed;
  version: string;
  /** What was sent last; if the server has that under another version, it was our own answer that got lost. */
  sent?: Typed;
}

/**
 * Edits that are not stored yet, kept in the browser: they survive a lost connection, a reload, a new login and a restart
 * of the server. One item per row, so that two tabs do not overwrite each other's.
 */
export class Drafts {
  private readonly prefix: string;

  constructor(key: string) {
    this.prefix = `kyosei.entry/${key}/`;
  }

  all(): Map<string, Draft> {
    const found = new Map<string, Draft>();
    for (const name of names()) {
      const draft = name.startsWith(this.prefix) ? read(name) : undefined;
      if (draft) {
        found.set(name.slice(this.prefix.length), draft);
      }
    }
    return found;
  }

  put(no: string, draft: Draft): void {
    try {
      localStorage.setItem(this.prefix + no, JSON.stringify(draft));
    } catch {
      // Storage may be full or forbidden; the text is still in the page, and leaving it warns.
    }
  }

  remove(no: string): void {
    try {
      localStorage.removeItem(this.prefix + no);
    } catch {
      // Then nothing was kept either.
    }
  }
}

function names(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(name: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? 'null') as Partial<Draft> | null;
    return typeof draft?.version === 'string' && typeof draft.typed?.value === 'string' ? (draft as Draft) : undefined;
  } catch {
    return undefined;
  }
}
