/** So many drafts one plan takes. Apart from the schemas: the window's content security policy keeps their library out. */
export const PLAN_DRAFT_LIMIT = 500;
