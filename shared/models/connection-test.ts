/** What Test connection looks at, in order; after a step that failed the others are skipped. */
export const TEST_STEPS = [
  'name',
  'tcp',
  'tls',
  'offers',
  'sign-in',
  'ws-management',
  'runspace',
  'cmdlets',
  'roles',
  'version',
  'web-services',
] as const;
export type TestStepName = (typeof TEST_STEPS)[number];
