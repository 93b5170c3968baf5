/** The methods of a client's host that a server may call, by RemoteHostMethodId (MS-PSRP 2.2.3.17). */
export const HostMethod = {
  GetName: 1,
  GetVersion: 2,
  GetInstanceId: 3,
  GetCurrentCulture: 4,
  GetCurrentUICulture: 5,
  SetShouldExit: 6,
  EnterNestedPrompt: 7,
  ExitNestedPrompt: 8,
  NotifyBeginApplication: 9,
  NotifyEndApplication: 10,
  ReadLine: 11,
  ReadLineAsSecureString: 12,
  Write1: 13,
  Write2: 14,
  WriteLine1: 15,
  WriteLine2: 16,
  WriteLine3: 17,
  WriteErrorLine: 18,
  WriteDebugLine: 19,
  WriteProgress: 20,
  WriteVerboseLine: 21,
  WriteWarningLine: 22,
  Prompt: 23,
  PromptForCredential1: 24,
  PromptForCredential2: 25,
  PromptForChoice: 26,
  GetForegroundColor: 27,
  GetBackgroundColor: 29,
  GetCursorPosition: 31,
  GetWindowPosition: 33,
  GetCursorSize: 35,
  GetBufferSize: 37,
  GetWindowSize: 39,
  GetWindowTitle: 41,
  GetMaxWindowSize: 43,
  GetMaxPhysicalWindowSize: 44,
  GetKeyAvailable: 45,
  GetIsRunspacePushed: 54,
  PromptForChoiceMultipleSelection: 56,
} as const;

const NAMES = new Map<number, string>(Object.entries(HostMethod).map(([name, id]) => [id, name]));

/** The enum member of a method, as PowerShell writes it; the digits of one that is not answered here. */
export function hostMethodName(method: number): string {
  return NAMES.get(method) ?? String(method);
}
