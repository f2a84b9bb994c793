import { expect, test } from 'vitest';
import { blocksOf, markdownOf, type Block } from '../../../main/frontend/meeting/minutes-blocks';

const DRAFT = `# 令和5年度第2回懇談会　議事要旨

- 日時：令和5年12月1日
- 場所：一関市役所

## 意見と対応

### No.9 圏域内の宿泊者数

- 質問（委員）：冬が少ない理由は。
  - 回答（平泉町）：休む宿がある。
- 【年度内に対応】内訳を示す。

次回は春に開く。
会場は平泉町とする。

**決まったこと**　次回は春に開く。
`;

test('a draft is taken apart into blocks without a sign of markup, and put together again as it was', () => {
  const blocks = blocksOf(DRAFT);
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'title', 'item', 'item', 'heading', 'subheading', 'item', 'subitem', 'item', 'paragraph', 'decided'
  ]);
  expect(blocks[6]?.text).toBe('回答（平泉町）：休む宿がある。');
  expect(blocks[8]?.text).toBe('次回は春に開く。\n会場は平泉町とする。');
  expect(markdownOf(blocks)).toBe(DRAFT);
});

test.each([
  '# は見出しではない', '- は箇条書きではない', '1. は番号ではない', '2) も', '> は引用ではない', '---', '===', '+ 足す', '* 注'
])('what is typed as %s is shown as it was typed', (text) => {
  for (const kind of ['paragraph', 'item', 'subitem', 'decided'] as const) {
    const blocks: Block[] = [{ kind: 'paragraph', text: '前の文。' }, { kind, text }, { kind, text: `一行目\n${text}` }];
    expect(blocksOf(markdownOf(blocks))).toEqual(blocks);
  }
});

test('what no block can hold stays as it is', () => {
  const text = '> 引用した文\n> 二行目\n\n1. 一つ目\n2. 二つ目\n\n- 項目\n\n      - 深い項目\n';
  const blocks = blocksOf(text);
  expect(blocks.filter(({ kind }) => kind === 'asis')).toHaveLength(3);
  expect(blocksOf(markdownOf(blocks))).toEqual(blocks);
});

test('empty blocks leave no trace, and nothing at all is one empty paragraph', () => {
  expect(markdownOf([{ kind: 'heading', text: ' ' }, { kind: 'paragraph', text: '文' }, { kind: 'item', text: '' }])).toBe('文\n');
  expect(blocksOf('')).toEqual([{ kind: 'paragraph', text: '' }]);
});
