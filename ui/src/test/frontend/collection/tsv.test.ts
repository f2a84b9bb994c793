import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, isBlock } from '../../../main/frontend/collection/tsv';

test('tabs part cells and line breaks part rows', () => {
  expect(cellsOf('1\t2\n3\t4')).toEqual([['1', '2'], ['3', '4']]);
});

test('Excel ends every row with a break of two letters, and the last one is no row', () => {
  expect(cellsOf('1\t2\r\n3\t4\r\n')).toEqual([['1', '2'], ['3', '4']]);
});

test('a blank row between two keeps its place', () => {
  expect(cellsOf('1\n\n3\n')).toEqual([['1'], [''], ['3']]);
});

test('a cell of several lines stands in quotes, and a quote within is doubled', () => {
  expect(cellsOf('"上の行\n下の行"\t"""A""評価"\n5')).toEqual([['上の行\n下の行', '"A"評価'], ['5']]);
});

test('a quote that others follow is a letter like them', () => {
  expect(cellsOf('"A" 評価\t5')).toEqual([['"A" 評価', '5']]);
});

test('a single cell is no block, with or without its own line break', () => {
  expect(isBlock('38,806')).toBe(false);
  expect(isBlock('38,806\r\n')).toBe(false);
  expect(isBlock('38,806\t')).toBe(true);
  expect(isBlock('1\n2')).toBe(true);
});

test('what a spreadsheet writes is read back as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('1', 'あ', '"', '\t', '\n', ' ', '，', '𠮷') });
  const block = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })
  );
  const written = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  fc.assert(
    fc.property(block, (cells) => {
      const text = cells.map((row) => row.map(written).join('\t') + '\r\n').join('');
      expect(cellsOf(text)).toEqual(cells);
    })
  );
});
