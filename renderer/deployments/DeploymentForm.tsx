import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import { knowsCurrentUser, SIGN_IN_SCHEMES, type PasswordState } from '../../shared/models/deployment.ts';
import { PLAIN_NETWORK } from '../../shared/models/network.ts';
import { schemeWords } from '../../shared/diagnosis/scheme-words.ts';
import { checkManagementUrl } from '../../shared/rules/management-url.ts';
import { CheckedTextField } from '../components/CheckedTextField.tsx';
import { useText } from '../i18n/language.ts';
import { AccountFields } from './AccountFields.tsx';
import { ColourChoice } from './ColourChoice.tsx';
import type { CheckedField, DeploymentFields, FieldProblems } from './deployment-fields.ts';
import { Mark } from './Mark.tsx';
import { FormSection } from './FormSection.tsx';
import type { KeptNetworkSecrets, NetworkSecret, TypedNetworkSecrets } from './network-secrets.ts';
import { NetworkFields } from './NetworkFields.tsx';
import { PasswordFields, type TypedPassword } from './PasswordFields.tsx';
import { TrustFields } from './TrustFields.tsx';

interface DeploymentFormProps {
  readonly fields: DeploymentFields;
  readonly onChange: (changed: Partial<DeploymentFields>) => void;
  /** What is wrong, of the fields of which it is to be said. */
  readonly problems: FieldProblems;
  readonly onLeave: (field: CheckedField) => void;
  /** The groups there are, to choose from. */
  readonly groups: readonly string[];
  readonly password: TypedPassword;
  readonly onPassword: (password: TypedPassword) => void;
  readonly passwordState: PasswordState | 'unbound';
  readonly onShowCertificate: (() => void) | null;
  readonly secrets: TypedNetworkSecrets;
  readonly onSecrets: (secrets: TypedNetworkSecrets) => void;
  readonly kept: KeptNetworkSecrets;
  /** null = one is being forgotten. */
  readonly onForget: ((secret: NetworkSecret) => void) | null;
  readonly forgetError: EdgewiseError | null;
}

/** The fields of a deployment. */
export function DeploymentForm(props: DeploymentFormProps): ReactNode {
  const { fields, onChange, problems, onLeave, groups, password, onPassword, passwordState, onShowCertificate } = props;
  const text = useText();
  // What is not as usual is in sight; from then on the person opens and closes it.
  const [opened] = useState(() => JSON.stringify(fields.network) !== JSON.stringify(PLAIN_NETWORK));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2.5 }}>
      <FormSection title={text('setup.section.identity')}>
        <CheckedTextField
          label={text('setup.name')}
          value={fields.name}
          onChange={(name) => onChange({ name })}
          onLeave={() => onLeave('name')}
          problem={problems.name && text(...problems.name)}
          required
          autoFocus
        />
        <Autocomplete
          freeSolo
          options={groups}
          inputValue={fields.group}
          value={fields.group}
          onInputChange={(_event, group) => onChange({ group })}
          renderInput={(params) => (
            <TextField
              {...params}
              label={text('setup.group')}
              error={problems.group !== null}
              helperText={problems.group === null ? text('setup.group-help') : text(...problems.group)}
              onBlur={() => onLeave('group')}
            />
          )}
        />
        <ColourChoice value={fields.colour} onChange={(colour) => onChange({ colour })} />
      </FormSection>
      <FormSection title={text('setup.section.connection')}>
        <CheckedTextField
          label={text('setup.url')}
          help={urlHelp()}
          value={fields.url}
          onChange={(url) => onChange({ url })}
          onLeave={() => onLeave('url')}
          problem={problems.url && text(...problems.url)}
          required
        />
        <TrustFields
          fields={fields}
          problems={problems}
          onChange={onChange}
          onLeave={onLeave}
          onShowCertificate={onShowCertificate}
        />
      </FormSection>
      <FormSection title={text('setup.section.sign-in')}>
        <TextField
          select
          label={text('setup.scheme')}
          value={fields.scheme}
          onChange={(event) => chooseScheme(event.target.value)}
        >
          {SIGN_IN_SCHEMES.map((scheme) => (
            <MenuItem key={scheme} value={scheme}>
              {text(schemeWords[scheme])}
            </MenuItem>
          ))}
        </TextField>
        <Mark
          label={text('setup.current-user')}
          help={text('setup.current-user-help')}
          checked={fields.currentUser}
          disabled={!knowsCurrentUser(fields.scheme)}
          onChange={(currentUser) => onChange({ currentUser })}
        />
        {!fields.currentUser && (
          <CheckedTextField
            label={text('setup.user')}
            help={text('setup.user-help')}
            value={fields.user}
            onChange={(user) => onChange({ user })}
            onLeave={() => onLeave('user')}
            problem={problems.user && text(...problems.user)}
            required
          />
        )}
        {!fields.currentUser && <PasswordFields value={password} onChange={onPassword} state={passwordState} />}
        <AccountFields
          users={fields.otherUsers}
          onChange={(otherUsers) => onChange({ otherUsers: [...otherUsers] })}
          currentUser={fields.otherCurrentUser && !fields.currentUser && knowsCurrentUser(fields.scheme)}
          onRemoveCurrentUser={() => onChange({ otherCurrentUser: false })}
        />
      </FormSection>
      <FormSection title={text('setup.section.marks')}>
        <Mark
          label={text('setup.production')}
          help={text('setup.production-help')}
          checked={fields.production}
          onChange={(production) => onChange({ production })}
        />
        <Mark
          label={text('setup.read-only')}
          help={text('setup.read-only-help')}
          checked={fields.readOnly}
          onChange={(readOnly) => onChange({ readOnly })}
        />
      </FormSection>
      <Box component="details" open={opened} sx={{ '& > summary': { cursor: 'pointer', fontWeight: 600, mb: 1.5 } }}>
        <summary>{text('setup.more')}</summary>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          <Mark
            label={text('setup.channel-binding')}
            help={text('setup.channel-binding-help')}
            checked={fields.channelBinding}
            onChange={(channelBinding) => onChange({ channelBinding })}
          />
          <CheckedTextField
            label={text('setup.spn')}
            help={text('setup.spn-help')}
            value={fields.spn}
            onChange={(spn) => onChange({ spn })}
            onLeave={() => onLeave('spn')}
            problem={problems.spn && text(...problems.spn)}
          />
          <CheckedTextField
            label={text('setup.resource-uri')}
            value={fields.resourceUri}
            onChange={(resourceUri) => onChange({ resourceUri })}
            onLeave={() => onLeave('resourceUri')}
            problem={problems.resourceUri && text(...problems.resourceUri)}
          />
          <NetworkFields
            {...{ fields, problems, onChange, onLeave }}
            secrets={props.secrets}
            onSecrets={props.onSecrets}
            kept={props.kept}
            onForget={props.onForget}
            forgetError={props.forgetError}
          />
        </Box>
      </Box>
    </Box>
  );

  /** Basic and NTLM need a user and a password. */
  function chooseScheme(value: string): void {
    const scheme = SIGN_IN_SCHEMES.find((each) => each === value) ?? 'negotiate';
    onChange({ scheme, currentUser: fields.currentUser && knowsCurrentUser(scheme) });
  }

  function urlHelp(): string {
    const check = checkManagementUrl(fields.url);
    return check.ok && check.filled ? text('setup.url-used', { url: check.url }) : text('setup.url-help');
  }
}
