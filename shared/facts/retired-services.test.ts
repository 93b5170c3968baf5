import { describe, expect, it } from 'vitest';
import { retiredServiceOf } from './retired-services.ts';

describe('a public provider', () => {
  it.each([
    ['AIM', 'sip.oscar.aol.com', 'aol', '2014-06-30'],
    ['America Online', 'SIP.AOL.COM', 'aol', '2014-06-30'],
    ['Yahoo!', 'lcsap.msg.yahoo.com', 'yahoo', '2014-06-30'],
    ['Messenger', 'federation.messenger.msn.com', 'messenger', '2013-03-15'],
    ['Windows Live', 'federation.messenger.msn.com', 'messenger', '2013-03-15'],
    ['Skype', 'federation.messenger.msn.com', 'skype', '2025-05-05'],
    ['Whatever', 'federation.messenger.msn.com', 'skype', '2025-05-05'],
  ])('%s at %s leads to a service that has ended', (name, edge, id, endedOn) => {
    expect(retiredServiceOf(name, edge)).toMatchObject({ id, endedOn });
  });

  it.each([
    ['Messenger', 'sip.fabrikam.com'],
    ['Skype', 'sip.notaol.com'],
    ['AIM', ''],
  ])('%s at %s is nobody we know', (name, edge) => {
    expect(retiredServiceOf(name, edge)).toBeNull();
  });
});
