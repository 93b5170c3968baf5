import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { PRELOAD_NAME, type PreloadApi, type PreloadRequest } from '../../shared/contract/preload.ts';
import { CANCEL_CHANNEL, EVENT_CHANNEL, LANGUAGE_CHANNEL, REQUEST_CHANNEL } from './channels.ts';

/** Every name of the contract, put in by the build: importing the contract would bring its schema library along. */
declare const REQUEST_NAMES: readonly string[];

const requests: Record<string, Record<string, PreloadRequest>> = {};
for (const name of REQUEST_NAMES) {
  const [area = '', method = ''] = name.split('.');
  (requests[area] ??= {})[method] = (call, input) => ipcRenderer.invoke(REQUEST_CHANNEL, call, name, input);
}

const api: PreloadApi = {
  // The names are the contract's own, so that areas and methods are those of the type.
  requests: requests as PreloadApi['requests'],
  cancel: (call) => ipcRenderer.send(CANCEL_CHANNEL, call),
  listen: (listener) => {
    // The event object carries `ipcRenderer` along (its sender): the page gets the text alone.
    const hear = (_event: IpcRendererEvent, text: string): void => listener(text);
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => void ipcRenderer.off(EVENT_CHANNEL, hear);
  },
  setLanguage: (language) => ipcRenderer.send(LANGUAGE_CHANNEL, language),
};

contextBridge.exposeInMainWorld(PRELOAD_NAME, api);
