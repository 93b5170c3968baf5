import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { wordsOf } from './page-words.ts';

function wordsIn(page: string): string {
  return wordsOf(Buffer.from(page, 'utf8'));
}

describe('the words of a page', () => {
  test.each([
    ['<p>Policy\n 7 &mdash; <b>no</b></p>', 'Policy 7 &mdash; no'],
    ['<HTML><Head lang="en"><title>x</title></hEAD><body>İ no', 'İ no'],
    ['a<style>b</style>c<script src="x">d<p></script>e', 'a c e'],
    ['<header>Contoso</header>', 'Contoso'],
    ['a<script>b', 'a b'],
    ['a</head>b<head>c', 'a b c'],
    ['a <head>b<style>c</head>d</style>e', 'a d e'],
    ['1 < 2, <i>no</i> < 3', '1 no < 3'],
    ['a <b', 'a <b'],
    ['', ''],
  ])('of %s are %j', (page, words) => {
    expect(wordsIn(page)).toBe(words);
  });

  test('are cut to what a person reads', () => {
    expect(wordsIn('<b>no</b> '.repeat(5_000))).toHaveLength(1_000);
  });

  test.each(['<', '<head>', '<head ', '<script></style>', '</head><head>', ' ', '<a>'])(
    'of %j again and again are read at once',
    (piece) => {
      const page = piece.repeat((128 * 1024) / piece.length);
      const since = performance.now();
      wordsIn(page);
      expect(performance.now() - since).toBeLessThan(1_000);
    },
  );
});
