import createCache from '@emotion/cache';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { errorFrom } from '../../shared/errors.ts';
import { openElectronBridge, preloadApi } from '../api/electron-bridge.ts';
import { openHttpBridge } from '../api/http-bridge.ts';
import { relayForms } from '../kept/form-relay.ts';
import { takeUpSessions } from '../kept/kept-sessions.ts';
import { App } from './App.tsx';
import { NotAdmitted } from './NotAdmitted.tsx';
import { takeToken } from './place.ts';
import { lookOfPage } from '../preferences/page-look.ts';

const container = document.querySelector('#root');
if (container === null) throw new Error('index.html has no #root');
const root = createRoot(container);

// The content security policy admits the style elements that carry this response's nonce, and no others.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const cache = createCache({ key: 'ew', prepend: true, ...(nonce === undefined ? {} : { nonce }) });
const look = lookOfPage();

try {
  const host = preloadApi();
  const bridge = host === null ? await openHttpBridge(takeToken()) : openElectronBridge(host);
  const [read, forms, sessions] = await Promise.all([
    bridge.request('preferences.read', {}),
    relayForms(bridge),
    takeUpSessions(bridge),
  ]);
  const kept = read.ok ? read.value : { ...look, tables: [] };
  root.render(
    <StrictMode>
      <App
        bridge={bridge}
        cache={cache}
        preferences={kept}
        forms={forms}
        sessions={sessions}
        onLanguage={(language) => host?.setLanguage(language)}
      />
    </StrictMode>,
  );
} catch (caught) {
  root.render(<NotAdmitted error={errorFrom(caught)} cache={cache} preferences={look} />);
}
