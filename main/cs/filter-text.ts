/** A text as a -Filter quotes it. As PowerShell doubles a quote within quotes: the text ends where ours ends. */
export function filterText(value: string): string {
  return `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}
