import { expect, it } from 'vitest';
import { draft as draftSchema } from '../plan/draft.ts';
import { providerProblems } from '../rules/provider.ts';
import { PROVIDER_TEMPLATES } from './provider-templates.ts';

it.each(PROVIDER_TEMPLATES)('the template $id is a provider that can be added', ({ noun, identity, values }) => {
  const draft = { kind: 'noun.add', noun, identity, values };
  expect(draftSchema.safeParse(draft).error).toBeUndefined();
  expect(providerProblems({ name: identity, values, others: [], defaultRouting: false })).toEqual({});
});
