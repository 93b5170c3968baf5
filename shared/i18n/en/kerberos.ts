/** Why Kerberos could not be used, as part of a sentence that says what came of it. */
export const kerberos = {
  'kerberos.why.kerberos-missing': 'this Edgewise has no part for it',
  'kerberos.why.kerberos-library': 'its library is not on this computer',
  'kerberos.why.kinit-missing': 'kinit is not installed',
  'kerberos.why.temporary-folder': 'there is no place to keep a ticket',
  'kerberos.why.no-ticket': 'there is no ticket',
  'kerberos.why.default-realm-missing': 'this computer knows no realm',
  'kerberos.why.principal-unknown': 'the user is not known',
  'kerberos.why.kdc-unreachable': 'no Kerberos server could be reached',
  'kerberos.why.kdc-silent': 'the Kerberos server did not answer',
  'kerberos.why.spn-unknown': 'the service is not known',
  'kerberos.why.spn-malformed': 'the service principal name is wrong',
  'kerberos.why.realm-not-trusted': 'the realm of the service is not trusted',
  'kerberos.why.clock-skew': 'the clocks differ',
  'kerberos.why.ticket-refused': 'the server refused the ticket',
  'kerberos.why.other': 'it failed',
} as const;
