// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { createMemoryBridge } from '../api/memory-bridge.fixture.ts';
import { keepSessions, NO_SESSIONS, takeUpSessions } from './kept-sessions.ts';

afterEach(() => sessionStorage.clear());

describe('what a window has open', () => {
  it('is taken up again after a reload, as far as its sessions stand', async () => {
    keepSessions({ opened: ['hq', 'lab', 'gone'], first: 'practice' });
    const bridge = createMemoryBridge({ 'deployments.standing': () => ['elsewhere', 'lab', 'hq', 'practice'] });
    expect(await takeUpSessions(bridge)).toEqual({ opened: ['hq', 'lab'], first: 'practice' });
  });

  it('is nothing in a new window, which asks for nothing', async () => {
    const bridge = createMemoryBridge({});
    expect(await takeUpSessions(bridge)).toEqual(NO_SESSIONS);
    expect(bridge.sent).toEqual([]);
  });

  it.each(['', '{', 'null', '{"opened":"hq","first":null}', '{"opened":[1],"first":null}', '{"opened":[]}'])(
    'is nothing when what was kept is %j',
    async (text) => {
      sessionStorage.setItem('edgewise.sessions', text);
      expect(await takeUpSessions(createMemoryBridge({}))).toEqual(NO_SESSIONS);
    },
  );

  it('is nothing when the console does not say what stands', async () => {
    keepSessions({ opened: ['hq'], first: 'practice' });
    const bridge = createMemoryBridge({
      'deployments.standing': () => {
        throw failure('workstation.console-gone', {});
      },
    });
    expect(await takeUpSessions(bridge)).toEqual(NO_SESSIONS);
  });
});
