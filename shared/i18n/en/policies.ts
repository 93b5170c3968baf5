/** The External Access Policy panel; labels as Microsoft's page has them. */
export const policies = {
  'policies.description': 'Description',
  'policies.whom.federated': 'Federated users',
  'policies.whom.xmpp': 'XMPP federated users',
  'policies.whom.remote': 'Remote users',
  'policies.whom.public': 'Public users',
  'policies.whom.public-av': 'Audio and video with public users',
  'policies.switch.federated': 'Enable communications with federated users',
  'policies.switch.xmpp': 'Enable communications with XMPP federated users',
  'policies.switch.remote': 'Enable communications with remote users',
  'policies.switch.public': 'Enable communications with public users',
  'policies.switch.public-av': 'Enable audio and video with public users',
};
