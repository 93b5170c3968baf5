/** What the browser host says in the terminal, and the name of its own deployment. */
export const host = {
  'host.practice-name': 'Practice',
  'host.opened': 'Edgewise is open in a browser window. It ends when the window is closed, or with Ctrl+C.',
  'host.open-this': 'Open this address in a browser on this machine (it works once):',
  'host.end': 'Ctrl+C ends Edgewise.',
  'host.opened-there': 'Edgewise runs already: it has opened another window.',
  'host.runs-already': 'Edgewise runs already (Ctrl+C where it was started ends it). This is another window of it.',
  'host.why.root': 'You are root: a browser would have to run without its sandbox, so none is opened for you.',
  'host.why.no-display': 'There is no display to open a window on.',
  'host.why.no-browser': 'No browser was found.',
  'host.why.failed': 'The browser did not start.',
} as const;
