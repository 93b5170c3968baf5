/**
 * The SamAccountName of the name somebody signs in with: of `CONTOSO\ana` and of `ana` it is `ana`. Null of
 * `ana@contoso.com`, which another account of that SamAccountName may stand beside, and of no name at all.
 */
export function samAccountName(user: string): string | null {
  const name = user.slice(user.indexOf('\\') + 1);
  return name === '' || name.includes('@') ? null : name;
}
