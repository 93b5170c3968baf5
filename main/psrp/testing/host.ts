import type { HostFacts, PipelineHost } from '../host/host.ts';
import { Unanswered } from '../host/host.ts';

export const HOST_FACTS: HostFacts = {
  name: 'Edgewise',
  version: '1.0',
  instanceId: '6B29FC40-CA47-1067-B31D-00DD010662DA',
  culture: 'ko-KR',
  windowTitle: 'edgewise invoke',
  columns: 90,
  rows: 30,
};

/** A host for tests: it keeps what it is shown under `shown`, and answers with what it is given; nobody answers the rest. */
export function testHost(answers: Partial<PipelineHost> = {}): PipelineHost & { readonly shown: string[] } {
  const shown: string[] = [];
  const unanswered = (): Promise<never> => Promise.reject(new Unanswered());
  return {
    shown,
    facts: HOST_FACTS,
    write: (stream, text) => void shown.push(`${stream}: ${text}`),
    progress: (record) => void shown.push(`progress: ${record.activity}`),
    exit: (code) => void shown.push(`exit: ${code}`),
    readLine: unanswered,
    choose: unanswered,
    chooseSeveral: unanswered,
    fill: unanswered,
    askCredential: unanswered,
    ...answers,
  };
}
