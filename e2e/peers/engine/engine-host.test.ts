import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLine } from '../../../main/cli/output/json.ts';
import { asText } from '../../../main/psrp/clixml/read.ts';
import type { PipelineEvent } from '../../../main/psrp/records.ts';
import type { PsValue } from '../../../main/psrp/clixml/values.ts';
import { credentialOf } from '../../../main/psrp/host/answer.ts';
import {
  Unanswered,
  type ChoiceQuestion,
  type FieldsQuestion,
  type PipelineHost,
} from '../../../main/psrp/host/host.ts';
import { confirmation } from '../../../main/practice/engine/confirmation.ts';
import { testHost } from '../../../main/psrp/testing/host.ts';
import { startTwoClients, type TwoClients } from './engines.fixture.ts';
import { engineIsHere } from './presence.ts';

const SECRET = 'p@ss 한국어 \u{1f600}';

describe.skipIf(!engineIsHere)("our host and PowerShell's own server", () => {
  let clients: TwoClients;
  beforeAll(async () => {
    clients = await startTwoClients();
  }, 400_000);
  afterAll(() => clients.close());

  /** What the cmdlet got of the answer. */
  async function got(what: string, answers: Partial<PipelineHost>): Promise<readonly (string | null)[]> {
    const request = { name: 'Request-Answer', arguments: [{ value: what }] };
    const { output, reason, errors } = await clients.session.run([request], { host: testHost(answers) });
    expect([reason, ...errors].map((record) => record?.message ?? null)).toEqual([null]);
    return output.map((value) => asText(value));
  }

  /** How a pipeline with this host was refused. */
  async function refused(name: string, words: readonly PsValue[], host?: PipelineHost): Promise<string> {
    const command = { name, arguments: words.map((value) => ({ value })) };
    const outcome = await clients.session.run([command], host === undefined ? {} : { host });
    expect(outcome.state).toBe('failed');
    return outcome.reason?.fullyQualifiedErrorId ?? '';
  }

  it('answers a choice', async () => {
    const asked: ChoiceQuestion[] = [];
    const choose = (question: ChoiceQuestion) => {
      asked.push(question);
      return Promise.resolve(1);
    };
    expect(await got('Choice', { choose })).toEqual(['1']);
    expect(asked).toEqual([
      {
        caption: 'caption',
        message: 'message',
        choices: [
          { label: '&Yes', help: 'Go on.' },
          { label: 'Yes to &All', help: 'Go on with all.' },
          { label: '&No', help: 'Stop.' },
        ],
        defaults: [2],
      },
    ]);
  });

  it('answers several choices at once', async () => {
    const defaults: (readonly number[])[] = [];
    const chooseSeveral = (question: ChoiceQuestion) => {
      defaults.push(question.defaults);
      return Promise.resolve([2, 1]);
    };
    expect(await got('Choices', { chooseSeveral })).toEqual(['2', '1']);
    expect(defaults).toEqual([[0, 2]]);
  });

  it('answers a line, and one that is secret', async () => {
    const readLine = (secret: boolean) => Promise.resolve(secret ? SECRET : 'a line <&> _x0041_');
    expect(await got('Line', { readLine })).toEqual(['a line <&> _x0041_']);
    expect(await got('Secret', { readLine })).toEqual([SECRET]);
    expect(await got('Secret', { readLine: () => Promise.resolve('') })).toEqual(['']);
  });

  it('answers fields of every kind', async () => {
    const asked: FieldsQuestion[] = [];
    const fill = (question: FieldsQuestion) => {
      asked.push(question);
      return Promise.resolve(['a.example', ['x', 'y'], SECRET, { userName: 'ana', password: SECRET }]);
    };
    expect(await got('Fields', { fill })).toEqual(['a.example', 'x', 'y', SECRET, `ana ${SECRET}`]);
    expect(asked[0]?.fields.map(({ name, kind, help }) => [name, kind, help])).toEqual([
      ['Identity', 'text', ''],
      ['Names', 'list', 'several'],
      ['Pin', 'secret', ''],
      ['Who', 'credential', ''],
    ]);
  });

  it('answers with a credential, the user known', async () => {
    const askCredential: PipelineHost['askCredential'] = ({ userName }) =>
      Promise.resolve({ userName, password: SECRET });
    expect(await got('Credential', { askCredential })).toEqual([`CONTOSO\\ana ${SECRET}`]);
  });

  it('has told its window before it is asked', async () => {
    expect(await got('Window', {})).toEqual(['90,30 90,30 edgewise invoke Gray']);
  });

  it('is asked for the mandatory parameters that were left out', async () => {
    const fill = ({ fields }: FieldsQuestion) =>
      Promise.resolve(fields.map(({ name }) => (name === 'Count' ? '7' : 'x')));
    const host = testHost({ fill });
    const { state, output } = await clients.session.run([{ name: 'Show-Mandatory', arguments: [] }], { host });
    expect([state, output]).toEqual(['completed', ['x 7']]);
  });

  it('confirms what the engine wants confirmed, or does not', async () => {
    const asked: ChoiceQuestion[] = [];
    const remove = async (label: string) => {
      const choose = (question: ChoiceQuestion) => {
        asked.push(question);
        return Promise.resolve(question.choices.findIndex((choice) => choice.label === label));
      };
      const command = { name: 'Remove-Precious', arguments: [] };
      return (await clients.session.run([command], { host: testHost({ choose }) })).output;
    };
    expect(await remove('&Yes')).toEqual(['removed']);
    expect(await remove('&No')).toEqual([]);
    const what = 'Performing the operation "Remove-Precious" on target "the crown jewels".';
    expect(asked[0]).toEqual(confirmation(what));
    const host = testHost();
    await clients.session.run([{ name: 'Remove-Precious', arguments: [{ name: 'WhatIf', value: true }] }], { host });
    expect(host.shown).toEqual([`plain: What if: ${what}\n`]);
  });

  it('shows what is written to it, once and in order', async () => {
    const host = testHost();
    const records: string[] = [];
    const onEvent = (event: PipelineEvent): void => {
      if ('text' in event) records.push(`${event.kind}: ${event.text}`);
      if (event.kind === 'progress') records.push(`progress: ${event.record.activity}`);
      if (event.kind === 'information') records.push(`${event.record.text}: ${event.record.tags.join(' ')}`);
    };
    const { state } = await clients.session.run([{ name: 'Write-ToHost', arguments: [] }], { host, onEvent });
    expect(state).toBe('completed');
    const written = ['one ', 'two ', '\n', 'three\n', 'four\n'].map((text) => `plain: ${text}`);
    const lines = ['error: five\n', 'debug: six\n', 'verbose: seven\n', 'warning: eight\n', 'progress: nine'];
    expect(host.shown).toEqual([
      ...[...written, ...lines],
      ...['warning: ten\n', 'progress: eleven', 'plain: twelve\n', 'exit: 3'],
    ]);
    // What has a stream comes there as well: a screen shows it once, by one of the two.
    expect(records).toEqual([
      ...['debug: six', 'verbose: seven', 'warning: eight', 'progress: nine'],
      ...['warning: ten', 'progress: eleven', 'twelve: PSHOST'],
    ]);
  });

  it('is refused nothing it cannot do without an error: keys are not read', async () => {
    expect(await refused('Request-Answer', ['Key'], testHost())).toContain('HostFunctionNotImplemented');
  });

  it('fails the command where nobody answers, and where there is no host at all', async () => {
    const readLine = () => Promise.reject(new Unanswered());
    expect(await refused('Request-Answer', ['Line'], testHost({ readLine }))).toContain('HostFunctionNotImplemented');
    expect(await refused('Request-Answer', ['Line'])).not.toBe('');
    expect(await refused('Remove-Precious', [])).not.toBe('');
  });

  it('stops the pipeline while a question is open, and goes on', async () => {
    const stop = new AbortController();
    const ended: boolean[] = [];
    const readLine: PipelineHost['readLine'] = (_secret, signal) => {
      stop.abort();
      ended.push(signal.aborted);
      return Promise.reject(new Error('given up'));
    };
    const request = { name: 'Request-Answer', arguments: [{ value: 'Line' }] };
    const running = clients.session.run([request], { host: testHost({ readLine }), signal: stop.signal });
    await expect(running).rejects.toMatchObject({ error: { code: 'powershell.stopped' } });
    expect(ended).toEqual([true]);
    expect(await got('Line', { readLine: () => Promise.resolve('still here') })).toEqual(['still here']);
  });

  it('takes a SecureString and a PSCredential as parameters', async () => {
    const { session } = clients;
    const credential = await credentialOf({ userName: 'CONTOSO\\ana', password: SECRET }, (text) =>
      session.secure(text),
    );
    const secrets = [
      { name: 'Password', value: await session.secure(SECRET) },
      { name: 'Credential', value: credential },
    ];
    const { output, reason } = await session.run([{ name: 'Show-Secret', arguments: secrets }]);
    expect(reason).toBeNull();
    expect(output).toEqual([SECRET, `CONTOSO\\ana ${SECRET}`]);
  });

  it('gives a SecureString that stays one', async () => {
    const { output } = await clients.session.run([{ name: 'Get-Secret', arguments: [{ value: SECRET }] }]);
    // One key, and no initialization vector: what the engine has sealed is what we seal.
    expect(output).toEqual([await clients.session.secure(SECRET)]);
    expect(jsonLine(output[0] ?? null)).toBe('{"value":"System.Security.SecureString"}');
  });
});
