import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { type Answers, type Block, changing, judged, lay, type Spot, UNANSWERED } from './block';
import { type Content, type Desk, type Edit, type Field, same } from './entry';
import type { Line } from './line';
import { pasteBox, problems, summary } from './paste-box';
import type { Change } from './undo';

/** What pasting needs of the table. */
export interface PasteHost extends ReactiveControllerHost {
  readonly desk: Desk | undefined;
  readonly content?: Content;
  line(no: string): Line | undefined;
  cell(no: string, field: Field): HTMLElement | null;
  querySelector(selector: '.em-paste'): HTMLElement | null;
  applyStep(changes: Change[]): void;
  say(message: string): void;
}

/** A pasted block on its way into the table: the server is asked what it would do, then the person. */
export class Paste {
  private cells: string[][] = [];
  private spot?: Spot;
  private block?: Block;
  private asked = 0;
  private asking = false;

  constructor(private readonly host: PasteHost) {}

  box(): TemplateResult | typeof nothing {
    return this.block && this.spot
      ? pasteBox(this.block, {
          caption: this.spot.content.caption,
          asking: this.asking,
          answer: (answers) => void this.ask({ ...(this.block?.answers ?? UNANSWERED), ...answers }),
          apply: () => this.apply(),
          cancel: () => this.close(),
        })
      : nothing;
  }

  async begin(cells: string[][], spot: Spot): Promise<void> {
    this.cells = cells;
    this.spot = spot;
    this.block = undefined;
    await this.ask(UNANSWERED);
    this.host.querySelector('.em-paste')?.focus();
  }

  /** Lays the block anew over the rows as they are now, and asks what it would do. */
  private async ask(answers: Answers): Promise<void> {
    const spot = this.spot;
    if (!spot) {
      return;
    }
    const asked = ++this.asked;
    const block = lay(this.cells, spot, answers);
    const edits = editsOf(block);
    this.asking = true;
    this.host.requestUpdate();
    let answered: Block | undefined;
    try {
      answered = judged(block, edits.length > 0 ? await this.preview(edits) : []);
    } catch {
      // Told below; the block is still in the clipboard.
    }
    if (asked !== this.asked) {
      return;
    }
    this.asking = false;
    this.block = answered;
    this.host.say(
      answered
        ? `${summary(answered)} ${problems(answered).join('。')}`
        : '貼り付けを確かめられませんでした。つながってから、もう一度貼り付けてください。'
    );
    this.host.requestUpdate();
    await this.host.updateComplete;
  }

  private async preview(edits: Edit[]): ReturnType<Desk['preview']> {
    if (!this.host.desk || !navigator.onLine) {
      throw new Error('not connected');
    }
    return this.host.desk.preview(edits);
  }

  private apply(): void {
    const block = this.block;
    if (!block || this.asking) {
      return;
    }
    const found = changing(block);
    if (found.some(({ line, before }) => !line?.row.editable || !before || !same(line.typed, before))) {
      // Somebody has changed one of the rows since it was shown here: what it was asked for is no longer so.
      void this.ask(block.answers).then(() =>
        this.host.say('この間に、ほかの人の変更がありました。もう一度確かめてから入れてください。')
      );
      return;
    }
    const changes = found.flatMap(({ edit, before }): Change[] =>
      edit && before ? [{ no: edit.no, before, after: edit.typed }] : []
    );
    this.close();
    this.host.applyStep(changes);
    this.host.say(`${changes.length} 行を入れました。元に戻すには Ctrl+Z を押してください。`);
  }

  private close(): void {
    const spot = this.spot;
    this.asked++;
    this.asking = false;
    this.block = this.spot = undefined;
    this.host.requestUpdate();
    if (spot) {
      this.host.cell(spot.from.no, spot.field)?.focus();
    }
  }
}

function editsOf(block: Block): Edit[] {
  return block.rows.map((row) => row.edit).filter((edit): edit is Edit => edit !== undefined);
}
