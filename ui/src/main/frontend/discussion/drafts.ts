/** A note that the server has not confirmed, as the browser keeps it. */
export interface Draft {
  text: string;
  kind: string;
  visibility: string;
}

export function readDraft(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    return typeof draft?.text === 'string' && typeof draft.kind === 'string' && typeof draft.visibility === 'string'
      ? draft
      : undefined;
  } catch {
    return undefined;
  }
}

/** Says whether it was kept: storage may be full or forbidden. */
export function keepDraft(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then nothing was kept either.
  }
}
