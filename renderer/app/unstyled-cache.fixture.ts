import createCache, { type EmotionCache } from '@emotion/cache';

/**
 * A style cache whose styles reach no document, for tests in jsdom: its getComputedStyle walks every rule there is for
 * every element a role is asked of, and what earlier tests left behind as well (five minutes of the unit tests). What a
 * style hides or cuts off is tested in a browser, in `e2e/specs`.
 */
export function createUnstyledCache(): EmotionCache {
  return createCache({ key: 'ew', container: document.createElement('div') });
}
