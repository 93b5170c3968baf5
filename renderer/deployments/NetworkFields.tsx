import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import { PROXY_SIGN_INS, type NetworkChoice, type ProxyChoice } from '../../shared/models/network.ts';
import { CheckedTextField } from '../components/CheckedTextField.tsx';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import { withProxySplit, type DeploymentFields, type FieldProblems, type NetworkField } from './deployment-fields.ts';
import { proxyWords } from './draft-words.ts';
import { FormSection } from './FormSection.tsx';
import { Mark } from './Mark.tsx';
import { NetworkSecretField } from './NetworkSecretField.tsx';
import {
  wantsProxyPassword,
  type KeptNetworkSecrets,
  type NetworkSecret,
  type TypedNetworkSecrets,
} from './network-secrets.ts';

interface NetworkFieldsProps {
  readonly fields: DeploymentFields;
  readonly problems: FieldProblems;
  readonly onChange: (changed: Partial<DeploymentFields>) => void;
  readonly onLeave: (field: NetworkField) => void;
  readonly secrets: TypedNetworkSecrets;
  readonly onSecrets: (secrets: TypedNetworkSecrets) => void;
  readonly kept: KeptNetworkSecrets;
  /** null = one is being forgotten. */
  readonly onForget: ((secret: NetworkSecret) => void) | null;
  /** Why one could not be forgotten or looked for. */
  readonly forgetError: EdgewiseError | null;
}

const NO_PROXY = 'straight';
const NEW_PROXY: ProxyChoice = { host: '', port: 8080, signIn: 'none', user: '' };

/** The way to the server through the network: straight there, or what else was asked for. */
export function NetworkFields(props: NetworkFieldsProps): ReactNode {
  const { fields, problems, onChange, onLeave, secrets, onSecrets, kept, onForget, forgetError } = props;
  const text = useText();
  const { network } = fields;
  const { proxy } = network;

  function change(changed: Partial<NetworkChoice>): void {
    onChange({ network: { ...network, ...changed } });
  }

  function changeProxy(changed: Partial<ProxyChoice>): void {
    change({ proxy: { ...(proxy ?? NEW_PROXY), ...changed } });
  }

  function chooseProxy(value: string): void {
    const signIn = PROXY_SIGN_INS.find((each) => each === value);
    if (signIn === undefined) change({ proxy: null });
    else changeProxy({ signIn });
  }

  return (
    <FormSection title={text('setup.section.network')}>
      <TextField
        select
        label={text('setup.network.proxy')}
        value={proxy === null ? NO_PROXY : proxy.signIn}
        helperText={proxy?.signIn === 'basic' ? text('setup.network.proxy.clear-text') : undefined}
        onChange={(event) => chooseProxy(event.target.value)}
        slotProps={{ formHelperText: { sx: { color: 'warning.main' } } }}
      >
        <MenuItem value={NO_PROXY}>{text('setup.network.proxy.straight')}</MenuItem>
        {PROXY_SIGN_INS.map((signIn) => (
          <MenuItem key={signIn} value={signIn}>
            {text(proxyWords[signIn])}
          </MenuItem>
        ))}
      </TextField>
      {proxy !== null && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 120px', gap: 1 }}>
          <CheckedTextField
            label={text('setup.network.proxy.host')}
            value={proxy.host}
            onChange={(host) => changeProxy({ host })}
            onLeave={() => {
              const { network: apart } = withProxySplit(fields);
              if (apart !== network) onChange({ network: apart });
              onLeave('proxyHost');
            }}
            problem={problems.proxyHost && text(...problems.proxyHost)}
            required
          />
          <CheckedTextField
            label={text('setup.network.proxy.port')}
            value={proxy.port === 0 ? '' : String(proxy.port)}
            onChange={(port) => changeProxy({ port: Number(port.replaceAll(/\D/g, '').slice(0, 6)) })}
            onLeave={() => onLeave('proxyPort')}
            problem={problems.proxyPort && text(...problems.proxyPort)}
            numeric
            required
          />
        </Box>
      )}
      {proxy !== null && proxy.signIn !== 'none' && (
        <CheckedTextField
          label={text('setup.network.proxy.user')}
          {...(proxy.signIn === 'negotiate' && { help: text('setup.network.proxy.user-help') })}
          value={proxy.user}
          onChange={(user) => changeProxy({ user })}
          onLeave={() => onLeave('proxyUser')}
          problem={problems.proxyUser && text(...problems.proxyUser)}
          required={proxy.signIn !== 'negotiate'}
        />
      )}
      {wantsProxyPassword(network) && (
        <NetworkSecretField
          label={text('setup.network.proxy.password')}
          value={secrets.proxyPassword}
          onChange={(proxyPassword) => onSecrets({ ...secrets, proxyPassword })}
          state={kept.proxy}
          forgetLabel={text('setup.network.proxy.forget')}
          onForget={onForget && (() => onForget('proxy'))}
        />
      )}
      <CheckedTextField
        label={text('setup.network.certificate')}
        help={text('setup.network.certificate-help')}
        value={network.clientCertificate}
        onChange={(clientCertificate) => change({ clientCertificate })}
        onLeave={() => onLeave('clientCertificate')}
        problem={problems.clientCertificate && text(...problems.clientCertificate)}
      />
      {network.clientCertificate.trim() !== '' && (
        <NetworkSecretField
          label={text('setup.network.passphrase')}
          value={secrets.passphrase}
          onChange={(passphrase) => onSecrets({ ...secrets, passphrase })}
          state={kept['client-certificate']}
          emptyHelp={text('setup.network.passphrase.empty')}
          forgetLabel={text('setup.network.passphrase.forget')}
          onForget={onForget && (() => onForget('client-certificate'))}
        />
      )}
      {forgetError !== null && <Problem error={forgetError} />}
      <Mark
        label={text('setup.network.old-tls')}
        help={text('setup.network.old-tls-help')}
        checked={network.oldTls}
        onChange={(oldTls) => change({ oldTls })}
      />
      <Mark
        label={text('setup.network.redirection')}
        help={text('setup.network.redirection-help')}
        checked={network.redirection}
        onChange={(redirection) => change({ redirection })}
      />
    </FormSection>
  );
}
