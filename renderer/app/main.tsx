import createCache from '@emotion/cache';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { errorFrom } from '../../shared/errors.ts';
import { openElectronBridge, preloadApi } from '../api/electron-bridge.ts';
import { openHttpBridge } from '../api/http-bridge.ts';
import { App } from './App.tsx';
import { NotAdmitted } from './NotAdmitted.tsx';
import { takeToken } from './place.ts';
import { readPreferences } from './preferences.ts';

const container = document.querySelector('#root');
if (container === null) throw new Error('index.html has no #root');
const root = createRoot(container);

// The content security policy admits the style elements that carry this response's nonce, and no others.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const cache = createCache({ key: 'ew', prepend: true, ...(nonce === undefined ? {} : { nonce }) });
const preferences = readPreferences();

try {
  const host = preloadApi();
  const bridge = host === null ? await openHttpBridge(takeToken()) : openElectronBridge(host);
  root.render(
    <StrictMode>
      <App
        bridge={bridge}
        cache={cache}
        preferences={preferences}
        onLanguage={(language) => host?.setLanguage(language)}
      />
    </StrictMode>,
  );
} catch (caught) {
  root.render(<NotAdmitted error={errorFrom(caught)} cache={cache} preferences={preferences} />);
}
