import { expect, it } from 'vitest';
import { searchOf } from './search.ts';

const entry = { searched: ["set-csmediaconfiguration -identity 'site:new york'"], objects: ['site:new york'] };

it.each([
  ['="Site:New York"', true],
  ['="Site:New York" set-cs', true],
  ['="New York"', false],
  ['=Site:New York', false],
  ['york', true],
])('a search for %s finds a name with blanks: %s', (typed, found) => {
  expect(searchOf(typed)(entry)).toBe(found);
});
