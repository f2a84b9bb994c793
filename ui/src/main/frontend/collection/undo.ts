import type { Typed } from './entry';

/** One row before and after; a step has several where a block was pasted. */
export interface Change {
  no: string;
  before: Typed;
  after: Typed;
  /** How often others had changed the row when the step was done. */
  others?: number;
}

/** What was done in this visit, to be taken back step by step across all rows. */
export class Undo {
  private done: Change[][] = [];
  private undone: Change[][] = [];

  push(step: Change[]): void {
    if (step.length > 0) {
      this.done.push(step);
      this.undone = [];
    }
  }

  back(): Change[] | undefined {
    const step = this.done.pop();
    if (step) {
      this.undone.push(step);
    }
    return step?.map(({ no, before, after, others }) => ({ no, before: after, after: before, others }));
  }

  forward(): Change[] | undefined {
    const step = this.undone.pop();
    if (step) {
      this.done.push(step);
    }
    return step;
  }
}
