// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer, Desk, Edit } from '../../../main/frontend/collection/entry';
import type { Line } from '../../../main/frontend/collection/line';
import { Saver, type SaverHost } from '../../../main/frontend/collection/saver';
import { lines, row, typed } from './rows';

/** A server that is told what to answer and remembers what it was sent. */
class Server implements Desk {
  readonly calls: Edit[][] = [];
  answer: (edits: Edit[]) => Promise<Answer[]> = (edits) => Promise.resolve(edits.map(taken));

  save(edits: Edit[]): Promise<Answer[]> {
    this.calls.push(edits);
    return this.answer(edits);
  }

  preview(): Promise<never[]> {
    return Promise.resolve([]);
  }

  selected(): Promise<void> {
    return Promise.resolve();
  }
}

class Table implements SaverHost {
  readonly desk = new Server();
  readonly said: string[] = [];
  readonly lines: Line[] = lines(row('1', '出生数'), row('2', '観光客数'));

  requestUpdate(): void {
    // Nothing is drawn here.
  }

  say(message: string): void {
    this.said.push(message);
  }

  line(no: string): Line {
    const found = this.lines.find((line) => line.no === no);
    if (!found) {
      throw new Error(`no row ${no}`);
    }
    return found;
  }
}

function taken({ no, typed: text, version }: Edit): Answer {
  const stored = row(no, '', { typed: text, version: String(Number(version) + 1) });
  return { no, outcome: 'SAVED', row: stored, message: '', theirs: null };
}

let table: Table;
let saver: Saver;

/** As the entry matrix does it. */
function rested(line: Line): void {
  saver.pause(line.no);
  saver.send();
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  table = new Table();
  saver = new Saver(table, rested);
  saver.connect();
  saver.restore('R5/034029');
});

afterEach(() => {
  saver.disconnect();
  vi.useRealTimers();
});

function type(no: string, value: string, converting = false): void {
  table.line(no).typed = typed(value);
  saver.typing(table.line(no), converting);
}

test('typing is sent after a pause, once, with the version it began from', async () => {
  type('1', '1');
  type('1', '12');
  expect(table.desk.calls).toEqual([]);
  await vi.advanceTimersByTimeAsync(1500);
  expect(table.desk.calls).toEqual([[{ no: '1', typed: typed('12'), version: '0' }]]);
  expect(table.line('1').saveState(true)).toBe('保存済');
  expect(localStorage.length).toBe(0);
});

test('what an input method is still converting is kept but not sent', async () => {
  type('1', 'じゅう', true);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(table.desk.calls).toEqual([]);
  expect(localStorage.length).toBe(1);
});

test('a call that fails is tried again by itself until it is answered', async () => {
  table.desk.answer = () => Promise.reject(new Error('gone'));
  type('1', '12');
  await vi.advanceTimersByTimeAsync(1500);
  expect(table.line('1').saveState(true)).toBe('未送信');
  table.desk.answer = (edits) => Promise.resolve(edits.map(taken));
  await vi.advanceTimersByTimeAsync(6000);
  expect(table.line('1').saveState(true)).toBe('保存済');
});

test('what was typed while a save was on its way is sent after it, on top of the stored version', async () => {
  let answer: (answers: Answer[]) => void = () => undefined;
  table.desk.answer = () => new Promise((resolve) => (answer = resolve));
  type('1', '12');
  await vi.advanceTimersByTimeAsync(1500);
  type('1', '123');
  table.desk.answer = (edits) => Promise.resolve(edits.map(taken));
  const [first = []] = table.desk.calls;
  answer(first.map(taken));
  await vi.advanceTimersByTimeAsync(1500);
  expect(table.desk.calls.map((edits) => edits.map(({ typed: { value }, version }) => [value, version]))).toEqual([
    [['12', '0']],
    [['123', '1']],
  ]);
});

test('a conflict keeps both values and sends neither again', async () => {
  table.desk.answer = ([edit]) =>
    Promise.resolve([
      {
        no: edit?.no ?? '',
        outcome: 'CONFLICT',
        row: row('1', '出生数', { typed: typed('99'), version: '7' }),
        message: '',
        theirs: { typed: typed('99'), who: '平泉町', when: '10:00' },
      },
    ]);
  type('1', '12');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(table.desk.calls.length).toBe(1);
  expect(table.line('1').theirs?.typed).toEqual(typed('99'));
  expect(table.line('1').typed).toEqual(typed('12'));
});

test('a conflict with what we ourselves had sent without an answer is none', async () => {
  table.desk.answer = () => Promise.reject(new Error('gone'));
  type('1', '12');
  await vi.advanceTimersByTimeAsync(1500);
  table.desk.answer = ([edit]) =>
    Promise.resolve([
      {
        no: edit?.no ?? '',
        outcome: 'CONFLICT',
        row: row('1', '出生数', { typed: typed('12'), version: '1' }),
        message: '',
        theirs: { typed: typed('12'), who: '自分', when: '10:00' },
      },
    ]);
  await vi.advanceTimersByTimeAsync(6000);
  expect(table.line('1').theirs).toBeUndefined();
  expect(table.line('1').saveState(true)).toBe('保存済');
});

test('drafts come back after a reload and are sent with the version they began from', async () => {
  table.desk.answer = () => Promise.reject(new Error('gone'));
  type('2', '77');
  await vi.advanceTimersByTimeAsync(1500);
  saver.disconnect();

  table = new Table();
  saver = new Saver(table, rested);
  saver.connect();
  saver.restore('R5/034029');
  expect(table.said).toEqual(['送れていなかった 1 件の入力を戻しました。']);
  await vi.advanceTimersByTimeAsync(10);
  expect(table.desk.calls).toEqual([[{ no: '2', typed: typed('77'), version: '0' }]]);
});

test('leaving the page asks while something is unsaved, and only then', async () => {
  const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(false);
  type('1', '12');
  expect(leave()).toBe(true);
  await vi.advanceTimersByTimeAsync(1500);
  expect(leave()).toBe(false);
});
