/** How much one request takes. Apart from the schemas: a page that loaded those would load their library with them. */

/**
 * The longest input of a request, in bytes of JSON: a plan of as many drafts as one takes, at 800 bytes each (a user's
 * has 270, a policy given back to him 450). More would hold up the process that reads it for longer than a frame.
 */
export const REQUEST_BYTES_LIMIT = 4_194_304;

/** So many drafts one plan takes: as many as a pasted list has lines. */
export const PLAN_DRAFT_LIMIT = 5_000;

/** Most users that one search asks for. */
export const USER_SEARCH_LIMIT = 10_000;

/** So many lines a pasted list of users has at most. */
export const PASTED_USERS_LIMIT = 5_000;

/** So many policies are looked into at once: who asks for more sees how far it is, and can stop in between. */
export const UNHELD_AT_ONCE = 20;
