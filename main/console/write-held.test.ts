import { expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { consoleBench, engineSource, type ConsoleBench, type EngineSource } from './engine-source.fixture.ts';

const deployment = 'hq';

/** A read that loses its answer in the first session, and is carried out in the next. */
async function breakByRead(source: EngineSource, bench: ConsoleBench): Promise<void> {
  const { intercept } = source;
  source.intercept = (command, proceed) =>
    command.name.startsWith('Get-') && source.sessions.length === 1
      ? Promise.reject(failure('powershell.fragments-lost', { reason: 'one is missing' }))
      : intercept(command, proceed);
  await bench.get('domains.list', { deployment });
  expect(
    source.sessions.map((session) => session.closed()),
    'the write is still in the first',
  ).toEqual([false, false]);
}

it('a step of a plan that is under way is not cut off by a read beside it that loses its answer', async () => {
  const source = engineSource(deployment);
  const bench = consoleBench(source);
  const { id, hash } = await bench.get('plans.build', {
    deployment,
    drafts: [{ kind: 'allowed-domain.add', domain: 'new.example' }],
  });
  const [begun, go] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  source.intercept = async (command, proceed) => {
    if (command.name !== 'New-CsAllowedDomain') return await proceed();
    begun.resolve(undefined);
    await go.promise;
    // As the wire does it.
    if (source.sessions[0]?.closed() === true) throw failure('powershell.state', { action: 'run', state: 'closed' });
    return await proceed();
  };
  const applied = bench.get('plans.apply', { plan: id, hash });
  await begun.promise;
  await breakByRead(source, bench);
  go.resolve(undefined);
  expect((await applied).steps).toEqual([{ state: 'done' }]);
  expect(source.sessions.map((session) => session.closed())).toEqual([true, false]);
});

it('a write of the command line is not, either', async () => {
  const source = engineSource(deployment);
  const bench = consoleBench(source);
  const [begun, go] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const written = bench.console.direct(
    {
      deployment,
      confirmName: null,
      run: async () => {
        begun.resolve(undefined);
        await go.promise;
        return source.sessions[0]?.closed() === false;
      },
    },
    new AbortController().signal,
  );
  await begun.promise;
  await breakByRead(source, bench);
  go.resolve(undefined);
  expect(await written).toBe(true);
  expect(source.sessions.map((session) => session.closed())).toEqual([true, false]);
});
