import { Drafts } from './drafts';
import { type Answer, type Desk, same } from './entry';
import type { Line } from './line';

const TYPING_PAUSE = 1200;
const ANSWER_WITHIN = 10_000;
const TRY_AGAIN = 5000;

interface VaadinClient {
  isActive?(): boolean;
}

/** Vaadin's client keeps a request that it could not deliver and sends it again by itself. */
function stillDelivering(): boolean {
  const flow = (window as unknown as { Vaadin?: { Flow?: { clients?: Record<string, VaadinClient> } } }).Vaadin?.Flow;
  return Object.values(flow?.clients ?? {}).some((client) => client.isActive?.() ?? false);
}

/** What the saver needs of the table. */
export interface SaverHost {
  readonly lines: Line[];
  readonly desk: Desk | undefined;
  requestUpdate(): void;
  say(message: string): void;
}

/**
 * Brings what was typed to the server: after a pause, one save per row at a time, again and again until it is answered.
 * Meanwhile it is kept in the browser.
 */
export class Saver {
  private drafts = new Drafts('');
  private readonly pauses = new Map<string, number>();
  /** The rows in which a conversion is going on: what stands there is no text yet. */
  private readonly converting = new Set<string>();
  private calls = 0;
  private retrying: number | undefined;

  constructor(
    private readonly host: SaverHost,
    /** The typing of a row has come to rest. */
    private readonly rested: (line: Line) => void
  ) {}

  connect(): void {
    window.addEventListener('online', this.retry);
    window.addEventListener('offline', this.onOffline);
    window.addEventListener('focus', this.retry);
    window.addEventListener('beforeunload', this.onLeaving);
  }

  disconnect(): void {
    window.removeEventListener('online', this.retry);
    window.removeEventListener('offline', this.onOffline);
    window.removeEventListener('focus', this.retry);
    window.removeEventListener('beforeunload', this.onLeaving);
    window.clearTimeout(this.retrying);
    this.pauses.forEach((pause) => window.clearTimeout(pause));
    this.pauses.clear();
  }

  get online(): boolean {
    return navigator.onLine;
  }

  unsent(): number {
    return this.host.lines.filter((line) => line.saveState(this.online) === '未送信').length;
  }

  /** Puts back what an earlier visit could not send; it is sent with the version it began from. */
  restore(key: string): void {
    this.drafts = new Drafts(key);
    const drafts = this.drafts.all();
    for (const line of this.host.lines) {
      const draft = drafts.get(line.no);
      if (draft && !line.unsaved) {
        line.typed = line.committed = draft.typed;
        line.version = draft.version;
        line.lost = draft.sent;
        line.failed = true;
        if (!line.dirty) {
          line.settle();
          this.drafts.remove(line.no);
        }
      }
    }
    const restored = this.host.lines.filter((line) => line.failed && line.dirty).length;
    if (restored > 0) {
      this.host.say(`送れていなかった ${restored} 件の入力を戻しました。`);
    }
    // The server's half is bound to the element only after its properties.
    window.setTimeout(this.retry);
  }

  /** The text of a row has changed: keep it at once, send it when the typing pauses. */
  typing(line: Line, converting: boolean): void {
    this.keep(line);
    this.pause(line.no);
    if (converting) {
      this.converting.add(line.no);
    } else {
      this.pauses.set(
        line.no,
        window.setTimeout(() => this.rested(line), TYPING_PAUSE)
      );
    }
  }

  keep(line: Line): void {
    if (line.dirty) {
      this.drafts.put(line.no, { typed: line.typed, version: line.version, sent: line.inFlight ?? line.lost });
    } else if (!line.inFlight) {
      this.drafts.remove(line.no);
    }
  }

  pause(no: string): void {
    window.clearTimeout(this.pauses.get(no));
    this.pauses.delete(no);
    this.converting.delete(no);
  }

  private isTyped(no: string): boolean {
    return this.pauses.has(no) || this.converting.has(no);
  }

  /** Sends all that is at rest. */
  send(): void {
    const due = this.host.lines.filter((line) => line.due && !this.isTyped(line.no));
    const desk = this.host.desk;
    if (due.length > 0 && this.online && desk) {
      void this.call(desk, due);
    } else if (due.length > 0) {
      due.forEach((line) => (line.failed = true));
      this.tryLater();
    }
    this.host.requestUpdate();
  }

  private async call(desk: Desk, lines: Line[]): Promise<void> {
    const call = ++this.calls;
    const edits = lines.map(({ no, typed, version }) => ({ no, typed, version }));
    for (const line of lines) {
      line.inFlight = line.typed;
      line.call = call;
      line.late = false;
      this.keep(line);
    }
    const waiting = window.setTimeout(() => this.late(call), ANSWER_WITHIN);
    let answers: Answer[] = [];
    try {
      answers = await desk.save(edits);
    } catch {
      // The rows without an answer are sent again below.
    }
    window.clearTimeout(waiting);
    const byNo = new Map(answers.map((answer) => [answer.no, answer]));
    for (const line of lines.filter((each) => each.call === call)) {
      const answer = byNo.get(line.no);
      if (answer) {
        this.take(line, answer);
      } else {
        this.giveUp(line);
      }
      this.keep(line);
    }
    this.report(lines, answers);
    // A call that fails at once is not repeated at once.
    if (lines.some((line) => line.failed)) {
      this.tryLater();
    } else {
      this.send();
    }
    this.host.requestUpdate();
  }

  private take(line: Line, answer: Answer): void {
    const sent = line.inFlight ?? line.typed;
    line.inFlight = undefined;
    line.call = 0;
    line.late = line.failed = false;
    line.message = answer.message;
    switch (answer.outcome) {
      case 'SAVED':
      case 'UNCHANGED':
        this.stored(line, answer, same(line.typed, sent));
        break;
      case 'NOT_UNDERSTOOD':
        line.refused = sent;
        break;
      case 'CONFLICT':
        this.conflict(line, answer);
        break;
      case 'LOCKED':
        line.refused = sent;
        line.row = { ...answer.row, editable: false, lock: answer.row.lock || answer.message };
        break;
    }
  }

  /** What has been typed since it was sent is an edit of what is stored now. */
  private stored(line: Line, answer: Answer, asSent: boolean): void {
    if (asSent) {
      line.settle(answer.row);
      line.message = answer.message;
    } else {
      line.rebase(answer.row);
    }
    line.refused = undefined;
    line.saved = true;
  }

  private conflict(line: Line, answer: Answer): void {
    const theirs = answer.theirs ?? { typed: answer.row.typed, who: '', when: '' };
    if (same(theirs.typed, line.typed)) {
      line.settle(answer.row);
      line.saved = true;
    } else if (line.lost && same(theirs.typed, line.lost)) {
      line.rebase(answer.row);
    } else {
      line.row = answer.row;
      line.theirs = theirs;
    }
  }

  private giveUp(line: Line): void {
    line.lost = line.inFlight ?? line.lost;
    line.inFlight = undefined;
    line.call = 0;
    line.late = false;
    line.failed = true;
  }

  private late(call: number): void {
    this.host.lines.filter((line) => line.call === call).forEach((line) => (line.late = true));
    this.tryLater();
    this.host.requestUpdate();
  }

  private tryLater(): void {
    window.clearTimeout(this.retrying);
    this.retrying = window.setTimeout(this.retry, TRY_AGAIN);
  }

  private readonly retry = (): void => {
    window.clearTimeout(this.retrying);
    this.retrying = undefined;
    if (!stillDelivering()) {
      this.host.lines.filter((line) => line.late).forEach((line) => this.giveUp(line));
    }
    this.send();
    if (this.unsent() > 0) {
      this.tryLater();
    }
  };

  private readonly onOffline = (): void => this.host.requestUpdate();

  private readonly onLeaving = (event: BeforeUnloadEvent): void => {
    if (this.host.lines.some((line) => line.unsaved && line.row.editable)) {
      event.preventDefault();
    }
  };

  private report(lines: Line[], answers: Answer[]): void {
    const saved = lines.filter((line) => line.saved && !line.dirty).map(({ no }) => no);
    const others = answers.filter(({ outcome, message }) => message && outcome !== 'SAVED' && outcome !== 'UNCHANGED');
    const said = others.map(({ no, message }) => `No.${no} ${message}`);
    if (saved.length > 0) {
      said.unshift(saved.length > 3 ? `${saved.length} 件を保存しました。` : `No.${saved.join('、')} を保存しました。`);
    }
    for (const line of lines.filter((each) => each.theirs)) {
      said.push(`No.${line.no} は、ほかの人が先に保存しています。どちらの値にするか選んでください。`);
    }
    if (answers.length === 0) {
      said.push('送れませんでした。つながり次第、自動で送ります。');
    }
    this.host.say(said.join(' '));
  }
}
