import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { type Block, judged } from './block';
import { type Desk, type Edit, type Field, same } from './entry';
import type { Line } from './line';
import { pasteBox, problems, summary } from './paste-box';
import type { Change } from './undo';

/** What pasting needs of the table. */
export interface PasteHost extends ReactiveControllerHost {
  readonly desk: Desk | undefined;
  line(no: string): Line | undefined;
  cell(no: string, field: Field): HTMLElement | null;
  querySelector(selector: '.em-paste'): HTMLElement | null;
  applyStep(changes: Change[]): void;
  say(message: string): void;
}

/** A pasted block on its way into the table: the server is asked what it would do, then the person. */
export class Paste {
  private block?: Block;
  private from?: { no: string; field: Field };
  private asked = 0;

  constructor(private readonly host: PasteHost) {}

  box(): TemplateResult | typeof nothing {
    return this.block ? pasteBox(this.block, { apply: () => this.apply(), cancel: () => this.close() }) : nothing;
  }

  async ask(block: Block, from: { no: string; field: Field }): Promise<void> {
    const asked = ++this.asked;
    this.from = { no: from.no, field: from.field };
    const edits = editsOf(block);
    let answered: Block | undefined;
    try {
      answered = judged(block, edits.length > 0 ? await this.preview(edits) : []);
    } catch {
      // Told below; the block is still in the clipboard.
    }
    if (asked !== this.asked) {
      return;
    }
    this.block = answered;
    this.host.say(
      answered
        ? `${summary(answered)} ${problems(answered).join(' ')}`
        : '貼り付けを確かめられませんでした。つながってから、もう一度貼り付けてください。'
    );
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.querySelector('.em-paste')?.focus();
  }

  private async preview(edits: Edit[]): ReturnType<Desk['preview']> {
    if (!this.host.desk || !navigator.onLine) {
      throw new Error('not connected');
    }
    return this.host.desk.preview(edits);
  }

  private apply(): void {
    const edits = this.block ? editsOf(this.block) : [];
    const changes = edits.flatMap(({ no, typed }): Change[] => {
      const line = this.host.line(no);
      return line?.row.editable && !same(line.typed, typed) ? [{ no, before: line.typed, after: typed }] : [];
    });
    this.close();
    this.host.applyStep(changes);
    this.host.say(`${edits.length} 行を入れました。元に戻すには Ctrl+Z を押してください。`);
  }

  private close(): void {
    this.block = undefined;
    this.host.requestUpdate();
    if (this.from) {
      this.host.cell(this.from.no, this.from.field)?.focus();
    }
  }
}

function editsOf(block: Block): Edit[] {
  return block.rows.map((row) => row.edit).filter((edit): edit is Edit => edit !== undefined);
}
