import { describe, expect, it } from 'vitest';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { mediaWords } from '../../components/media-words.ts';
import { draftOf, initialFields, type NounTableRow } from '../../components/noun-panel/noun-subject.ts';
import {
  identityOf,
  identityProblem,
  knownValues,
  newMedia,
  newScopeOf,
  scopeOf,
  targetsOf,
  typedName,
} from './media-form.ts';

function row(identity: string): NounTableRow {
  return {
    noun: 'media-configuration',
    identity,
    version: 'a'.repeat(64),
    values: {
      encryptionLevel: 'RequireEncryption',
      enableQoS: true,
      enableInCallQoS: true,
      inCallQoSIntervalSeconds: 20,
      enableSiren: false,
      maxVideoRateAllowed: 'Hd720p15M',
      enableVideoBasedSharing: true,
      enableRtpRtcpMultiplexing: false,
      // Of Lync Server 2013 alone.
      enableH264Codec: null,
    },
  };
}

const rows = [row('Global'), row('Site:Redmond'), row('Service:MediationServer:sba01.contoso.com')];
const scopes = {
  sites: ['Redmond', 'Tacoma'],
  services: [
    'Registrar:pool01.contoso.com',
    'MediationServer:sba01.contoso.com',
    'ConferencingServer:pool01.contoso.com',
  ],
};

describe('new media settings', () => {
  it('begin as Global’s are, for they replace all of them', () => {
    const subject = newMedia('site', rows, null);
    expect(subject.kind === 'new' && newScopeOf(subject.start)).toBe('site');
    const fields = { ...initialFields(subject), identity: 'site:Tacoma' };
    const { enableH264Codec, ...values } = rows[0]!.values;
    expect(enableH264Codec).toBeNull();
    expect(draftOf(subject, fields)).toEqual({
      kind: 'noun.add',
      noun: 'media-configuration',
      identity: 'site:Tacoma',
      values,
    });
  });

  it('that are there show what the server has, and nothing of a codec it has not', () => {
    const subject = { kind: 'existing', row: row('Global') } as const;
    const known = knownValues(subject, initialFields(subject));
    expect(known).toMatchObject({ enableQoS: true, enableSiren: false, inCallQoSIntervalSeconds: '20' });
    expect(known).not.toHaveProperty('enableH264Codec');
    expect(known).not.toHaveProperty('enableG722StereoCodec');
  });

  it('have words for every value that goes where they go', () => {
    const named = ['encryptionLevel', ...Object.keys(mediaWords)].toSorted();
    expect(named).toEqual(NOUNS['media-configuration'].fields.map(({ name }) => name).toSorted());
  });

  it('are for a site, or a service of the three roles, that has none yet', () => {
    expect(targetsOf('site', scopes, rows)).toEqual([{ identity: 'site:Tacoma', name: 'Tacoma' }]);
    expect(targetsOf('service', scopes, rows)).toEqual([
      { identity: 'ConferencingServer:pool01.contoso.com', name: 'ConferencingServer:pool01.contoso.com' },
    ]);
    expect(targetsOf('service', { sites: null, services: null }, rows)).toBeNull();
  });

  it('are told for what they are missing, or taken', () => {
    expect(identityProblem('site:', rows)).toBe('media.form.missing');
    expect(identityProblem('Registrar:pool01.contoso.com', rows)).toBe('media.form.missing');
    expect(identityProblem('site:redmond', rows)).toBe('media.form.taken');
    expect(identityProblem('mediationserver:sba01.contoso.com', rows)).toBe('media.form.taken');
    expect(identityProblem('site:Tacoma', rows)).toBeNull();
  });

  it('are typed by name where the role sees no topology', () => {
    expect(typedName('site', 'site:Tacoma')).toBe('Tacoma');
    expect(typedName('service', 'service:')).toBe('');
    expect(identityOf('site', 'Tacoma')).toBe('site:Tacoma');
    expect(identityOf('service', 'MediationServer:a.example')).toBe('MediationServer:a.example');
    expect(newScopeOf({ identity: identityOf('service', ''), values: {} })).toBe('service');
  });
});

it('a scope that nobody knows keeps its name', () => {
  expect(scopeOf(row('Whatever'))).toEqual({ kind: 'service', name: 'Whatever' });
});
