import { expect, test } from 'vitest';
import { typedOver } from '../../../main/frontend/collection/entry';
import { Line } from '../../../main/frontend/collection/line';
import { row, typed } from './rows';

const STORED = row('1', '出生数', { typed: typed('120'), version: '3' });

test('a row as it is stored has nothing to save', () => {
  const line = new Line(STORED);
  expect(line.dirty).toBe(false);
  expect(line.due).toBe(false);
  expect(line.saveState(true)).toBe('');
});

test('what is typed is due, unless the row is locked', () => {
  const open = new Line(STORED);
  open.typed = typed('121');
  expect(open.due).toBe(true);
  const locked = new Line({ ...STORED, editable: false });
  locked.typed = typed('121');
  expect(locked.due).toBe(false);
  expect(locked.saveState(true)).toBe('保存できません');
});

test('what the server refused is not sent again until it is changed', () => {
  const line = new Line(STORED);
  line.typed = typed('十二');
  line.refused = line.typed;
  expect(line.due).toBe(false);
  expect(line.saveState(true)).toBe('読み取れません');
  line.typed = typed('12');
  expect(line.due).toBe(true);
});

test('what is on its way counts as unsent once the connection is gone', () => {
  const line = new Line(STORED);
  line.typed = typed('121');
  line.inFlight = line.typed;
  expect(line.saveState(true)).toBe('保存中…');
  expect(line.saveState(false)).toBe('未送信');
  line.late = true;
  expect(line.saveState(true)).toBe('未送信');
});

test("somebody else's change leaves what is being typed with the version it began from", () => {
  const line = new Line(STORED);
  line.typed = typed('121');
  line.refresh({ ...STORED, typed: typed('130'), version: '4' });
  expect(line.typed).toEqual(typed('121'));
  expect(line.version).toBe('3');
  expect(line.changedByOther).toBe(true);
  expect(line.others).toBe(1);
});

test("somebody else's change is simply shown where nothing is typed", () => {
  const line = new Line(STORED);
  line.refresh({ ...STORED, typed: typed('130'), version: '4' });
  expect(line.typed).toEqual(typed('130'));
  expect(line.version).toBe('4');
  expect(line.dirty).toBe(false);
});

test('a person who has to choose chooses between their text and what is stored now', () => {
  const line = new Line(STORED);
  line.typed = typed('121');
  line.theirs = { typed: typed('130'), who: '平泉町', when: '10:00' };
  line.refresh({ ...STORED, typed: typed('140'), version: '5' });
  expect(line.theirs.typed).toEqual(typed('140'));
  expect(line.saveState(true)).toBe('競合');
});

test('a new figure leaves the year and the words of the old one behind', () => {
  const before = typed('38,806', '速報値', 'H28');
  expect(typedOver(before, { value: '40000' })).toEqual(typed('40000'));
  expect(typedOver(before, { value: '38806' })).toEqual(before);
  expect(typedOver(before, { value: '３８，８０６' })).toEqual(before);
  expect(typedOver(before, { note: '確定値' })).toEqual(typed('38,806', '確定値', 'H28'));
  expect(typedOver(typed('', '調査中'), { value: '5' })).toEqual(typed('5', '調査中'));
});
