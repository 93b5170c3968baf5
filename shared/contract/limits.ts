/** How much one request takes. Apart from the schemas: a page that loaded those would load their library with them. */

/** So many drafts one plan takes. */
export const PLAN_DRAFT_LIMIT = 500;

/** Most users that one search asks for. */
export const USER_SEARCH_LIMIT = 10_000;

/** So many lines a pasted list of users has at most. */
export const PASTED_USERS_LIMIT = 5_000;

/** So many policies are looked into at once: who asks for more sees how far it is, and can stop in between. */
export const UNHELD_AT_ONCE = 20;
