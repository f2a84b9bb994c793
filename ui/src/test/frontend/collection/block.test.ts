import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, changing, judged, lay, replacing, type Spot, UNANSWERED } from '../../../main/frontend/collection/block';
import { problems } from '../../../main/frontend/collection/paste-box';
import { content, lines, row, typed } from './rows';

const ROWS = [row('1', '出生数'), row('2', '観光客数', { typed: typed('900', '速報値'), version: '2' }), row('3', '空き家の活用')];

function at(no: string, rows = ROWS, field: Spot['field'] = 'value'): Spot {
  const all = lines(...rows);
  const from = all.find((line) => line.no === no);
  if (!from) {
    throw new Error(`no row ${no}`);
  }
  return { content: content(rows), lines: all, visible: all, from, field };
}

const edits = (block: Block): [string, string][] =>
  block.rows.flatMap(({ edit }) => (edit ? [[edit.no, edit.typed.value] as [string, string]] : []));

test('figures alone go downwards from the focused cell, and a blank row keeps its place', () => {
  expect(edits(lay([['10'], [''], ['30']], at('1'), UNANSWERED))).toEqual([['1', '10'], ['3', '30']]);
});

test('rows below the end of the table are left out with a reason', () => {
  const block = lay([['10'], ['20']], at('3'), UNANSWERED);
  expect(edits(block)).toEqual([['3', '10']]);
  expect(block.rows[1]).toMatchObject({ left: 'other', reason: '表の行が足りません' });
});

test('names find their rows in whatever order they stand', () => {
  const block = lay([['3', '空き家の活用', '7'], ['1', '出生数', '11']], at('1'), UNANSWERED);
  expect(edits(block)).toEqual([['3', '7'], ['1', '11']]);
});

test('a number beside a name of another row is asked about, not put in', () => {
  const cells = [['1', '出生数', '10'], ['2', '入込客', '20'], ['3', '空き家の活用', '30']];
  const block = lay(cells, at('1'), UNANSWERED);
  expect(edits(block)).toEqual([['1', '10'], ['3', '30']]);
  expect(block.rows[1]?.left).toBe('number');
  expect(edits(lay(cells, at('1'), { ...UNANSWERED, byNumberOnly: true }))).toEqual([['1', '10'], ['2', '20'], ['3', '30']]);
});

test('a first column that may be numbers of rows or figures is asked about before anything is put in', () => {
  const cells = [['1', '10'], ['2', '20'], ['3', '30']];
  const asked = lay(cells, at('1'), UNANSWERED);
  expect(asked.doubtful).toEqual(['1', '2', '3']);
  expect(edits(asked)).toEqual([]);
  expect(edits(lay(cells, at('1'), { ...UNANSWERED, numbers: 'rows' }))).toEqual([['1', '10'], ['2', '20'], ['3', '30']]);
});

test('a blank cell leaves what stands there unless it is asked to clear', () => {
  const cells = [['出生数', '5'], ['観光客数', '']];
  expect(edits(lay(cells, at('1'), UNANSWERED))).toEqual([['1', '5']]);
  const clearing = lay(cells, at('1'), { ...UNANSWERED, clear: true });
  expect(edits(clearing)).toEqual([['1', '5'], ['2', '']]);
  expect(replacing(clearing).map(({ line }) => line?.no)).toEqual(['2']);
});

test('a locked row is left out and says why', () => {
  const rows = [row('1', '出生数', { editable: false, lock: '確定済みです' })];
  expect(lay([['5']], at('1', rows), UNANSWERED).rows[0]).toMatchObject({ left: 'locked', reason: '確定済みです' });
});

test('cells right of the last column are counted, not lost without a word', () => {
  expect(lay([['5', 'H28', '速報', '余り']], at('1'), UNANSWERED).dropped).toBe(1);
});

test('the same name twice is left out both times', () => {
  const block = lay([['出生数', '1'], ['出生数', '2'], ['観光客数', '3']], at('1'), UNANSWERED);
  expect(edits(block)).toEqual([['2', '3']]);
});

test('what the server does not understand is taken out again, with its message', () => {
  const block = judged(lay([['5'], ['たくさん']], at('1'), UNANSWERED), [
    { no: '1', understood: true, before: '', after: '5', message: '' },
    { no: '2', understood: false, before: '900', after: '', message: '数として読めません' },
  ]);
  expect(changing(block).map(({ line }) => line?.no)).toEqual(['1']);
  expect(block.rows[1]).toMatchObject({ left: 'other', reason: '数として読めません' });
});

test('no block, whatever is in it, edits a row twice, edits a locked row or loses a pasted row', () => {
  const cell = fc.constantFrom('', '1', '2', '3', '出生数', '観光客数', '空き家の活用', '人', '12.5', '中止', 'R5実績', '№', '指標名');
  const rows = [...ROWS, row('4', '公開講座', { editable: false })];
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(undefined, 'rows' as const, 'figures' as const),
      (cells, byNumberOnly, clear, numbers) => {
        const block = lay(cells, at('1', rows), { byNumberOnly, clear, ...(numbers ? { numbers } : {}) });
        const edited = edits(block).map(([no]) => no);
        expect(new Set(edited).size).toBe(edited.length);
        expect(edited).not.toContain('4');
        if (block.rows.length > 0) {
          const written = cells.filter((each) => each.some((text) => text !== ''));
          expect(block.rows.length + block.heading).toBeGreaterThanOrEqual(written.length);
        }
      }
    )
  );
});

test('a row that is not understood is told with its value, not with its name', () => {
  const block = lay([['出生数', 'abc', 'R5'], ['空き家の活用', '7', '']], at('1'), UNANSWERED);
  const asked = judged(block, [
    { no: '1', understood: false, before: '', after: '', message: '数として読み取れません' },
    { no: '3', understood: true, before: '', after: '7', message: '' },
  ]);
  expect(asked.rows[0]).toMatchObject({ left: 'other', pasted: 'abc（R5）', reason: '数として読み取れません' });
  expect(problems(asked)).toEqual(['1 行は入れられません（No.1 abc（R5）：数として読み取れません）']);
});

test('figures alone that are refused are told with their values, too', () => {
  const block = judged(lay([['10'], ['ニ十'], ['30']], at('1'), UNANSWERED), [
    { no: '2', understood: false, before: '', after: '', message: '数として読み取れません' },
  ]);
  expect(block.rows[1]?.pasted).toBe('ニ十');
  expect(problems(block)).toEqual(['1 行は入れられません（No.2 ニ十：数として読み取れません）']);
});
