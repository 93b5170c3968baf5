/** The Access Edge Configuration panel. The labels of the five boxes and the title are Microsoft's. */
export const accessEdge = {
  'edge.title': 'Access Edge Configuration',
  'edge.allow-federated-users': 'Enable federation and public IM connectivity',
  'edge.enable-partner-discovery': 'Enable partner domain discovery',
  'edge.enable-archiving-disclaimer': 'Send archiving disclaimer to federated partners',
  'edge.allow-outside-users': 'Enable remote user access',
  'edge.allow-anonymous-users': 'Enable anonymous user access to conferences',
};
