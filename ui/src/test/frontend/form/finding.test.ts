import { describe, expect, it } from 'vitest';
import { folded, Wanted } from '../../../main/frontend/form/finding';

const finds = (text: string, number: string, name: string): boolean => new Wanted(text).finds(number, name);

describe('words are found however they are typed', () => {
  it.each(['ばるーん', 'バルーン', 'ﾊﾞﾙｰﾝ', 'ばる', 'バル―ン', 'バルーン　熱気球', '熱気球 ばるーん'])('%s', (typed) => {
    expect(finds(typed, '9', '熱気球バルーンフェスの入場者数')).toBe(true);
  });

  it.each([
    ['ＵＩＪ', 'UIJターンの相談件数'],
    ['uij', 'ＵＩＪターンの相談件数'],
    ['co2', 'CO₂排出量'],
    ['コンビニ', 'ｺﾝﾋﾞﾆ交付'],
    ['結婚新婚', '結婚・新婚生活支援'],
    ['ヴ', 'ゔぃれっじ'],
  ])('%s finds %s', (typed, name) => {
    expect(finds(typed, '1', name)).toBe(true);
  });

  it('every word must be found', () => {
    expect(finds('ばるーん 公民館', '9', 'バルーン入場者数')).toBe(false);
  });

  it('nothing typed finds everything', () => {
    expect(finds(' 　', '9', 'バルーン')).toBe(true);
  });
});

describe('a number', () => {
  it.each(['No.9', 'no9', 'Ｎｏ．９', '№9', 'No. 9', '第9', '9番', '番号 9', '9'])('%s finds 9', (typed) => {
    expect(finds(typed, '9', 'バルーン')).toBe(true);
  });

  it('written out as such finds no other number', () => {
    expect(finds('No.9', '19', 'バルーン')).toBe(false);
    expect(finds('No.9', '91', 'バルーン')).toBe(false);
  });

  it('of a section finds what is below it, with any dash', () => {
    expect(finds('No.1-1', '1-1-2-3', '人口')).toBe(true);
    expect(finds('１－１－２', '1-1-2-3', '人口')).toBe(true);
    expect(finds('１ー１ー２', '1-1-2-3', '人口')).toBe(true);
    expect(finds('No.1-1', '1-10-2', '人口')).toBe(false);
  });

  it('is nearest where it is the very one', () => {
    expect(new Wanted('No.9').rank('9', 'い')).toBe(0);
    expect(new Wanted('9').rank('9', 'い')).toBe(0);
    expect(new Wanted('9').rank('91', 'い')).toBe(1);
    expect(new Wanted('ばる').rank('1', 'バルーン')).toBe(2);
    expect(new Wanted('ーん').rank('1', 'バルーン')).toBe(3);
  });
});

it('what is folded stays as it is when folded again', () => {
  for (const text of ['ﾊﾞﾙｰﾝ', 'Ｎｏ．９', '㍿', 'ガ', 'ー―−']) {
    expect(folded(folded(text))).toBe(folded(text));
  }
});
