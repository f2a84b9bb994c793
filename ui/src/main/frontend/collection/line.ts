import { type Row, same, type Theirs, type Typed } from './entry';

export type SaveState = '' | '未送信' | '保存中…' | '保存済' | '読み取れません' | '保存できません' | '競合';

/** A row of the table together with what the person has made of it and how far that has come. */
export class Line {
  /** What stands in the inputs. */
  typed: Typed;
  /** What the typing began from, and its version, which is sent along. */
  origin: Typed;
  version: string;
  /** Up to here the typing is a step that can be undone. */
  committed: Typed;
  /** What is on its way to the server. */
  inFlight?: Typed;
  /** The call that the answer must belong to; an answer to a call that was given up is not heard. */
  call = 0;
  /** What was sent without an answer; the server may have it. */
  lost?: Typed;
  /** What the server did not take; it is not sent again until it is changed. */
  refused?: Typed;
  theirs?: Theirs;
  message = '';
  failed = false;
  late = false;
  saved = false;
  changedByOther = false;
  /** How often somebody else has changed it in this visit. */
  others = 0;
  /** What a new figure has left behind of the old entry; shown until the row is visited again. */
  leftBehind?: Typed;

  constructor(public row: Row) {
    this.typed = this.origin = this.committed = row.typed;
    this.version = row.version;
  }

  get no(): string {
    return this.row.no;
  }

  get dirty(): boolean {
    return !same(this.typed, this.origin);
  }

  get uncommitted(): boolean {
    return !same(this.typed, this.committed);
  }

  /** Typed, and nowhere but in this browser. */
  get unsaved(): boolean {
    return this.dirty || this.inFlight !== undefined;
  }

  get isRefused(): boolean {
    return this.refused !== undefined && same(this.refused, this.typed);
  }

  get due(): boolean {
    return this.row.editable && this.dirty && !this.inFlight && !this.theirs && !this.isRefused;
  }

  saveState(online: boolean): SaveState {
    if (this.theirs) {
      return '競合';
    }
    if (this.inFlight) {
      return this.late || !online ? '未送信' : '保存中…';
    }
    if (!this.dirty) {
      return this.saved ? '保存済' : '';
    }
    if (!this.row.editable) {
      return '保存できません';
    }
    if (this.isRefused) {
      return '読み取れません';
    }
    return this.failed || !online ? '未送信' : '';
  }

  /** The row as it is stored now, in place of whatever was typed. */
  settle(row: Row = this.row): void {
    this.row = row;
    this.typed = this.origin = this.committed = row.typed;
    this.version = row.version;
    this.refused = this.theirs = this.lost = undefined;
    this.message = '';
    this.failed = this.changedByOther = false;
  }

  /** From here on the typing counts as an edit of what is stored now. */
  rebase(row: Row = this.row): void {
    this.row = row;
    this.origin = row.typed;
    this.version = row.version;
    this.theirs = this.lost = undefined;
    this.changedByOther = false;
  }

  /** Somebody else's change. What is being typed stays with the version it began from, so that saving it is a conflict. */
  refresh(row: Row): void {
    if (row.version !== this.row.version && !this.inFlight) {
      this.others++;
      this.leftBehind = undefined;
    }
    if (!this.unsaved) {
      this.settle(row);
      return;
    }
    // The person decides between their own text and what is stored now, not what was stored a while ago.
    if (this.theirs && row.version !== this.row.version) {
      this.theirs = { typed: row.typed, who: '', when: '' };
    }
    this.changedByOther ||= row.version !== this.version && !this.inFlight;
    this.row = row;
  }
}
