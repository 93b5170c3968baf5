/** What the browser host says in the terminal, and the name of its own deployment. */
export const host = {
  'host.practice-name': 'Practice',
  'host.opened': 'Edgewise is open in a browser window. It ends when the window is closed, or with Ctrl+C.',
  'host.usage': [
    'Usage: npm start -- [--print-url | --no-browser] [--settings DIR] [--practice-domains N]',
    'Opens the Edgewise console.',
    '',
    '  --print-url           one line of JSON with the address, and no window',
    '  --no-browser          the address in words, and no window',
    '  --settings DIR        keep what belongs to this workstation there',
    '  --practice-domains N  how many domains a new practice deployment lists',
    '  --version             the version, and nothing else',
    '  --help                this text',
  ].join('\n'),
  'host.open-this': 'Open this address in a browser on this machine (it works once):',
  'host.end': 'Ctrl+C ends Edgewise.',
  'host.opened-there': 'Edgewise runs already: it has opened another window.',
  'host.runs-already': 'Edgewise runs already (Ctrl+C where it was started ends it). This is another window of it.',
  'host.why.root': 'You are root: a browser would have to run without its sandbox, so none is opened for you.',
  'host.why.no-display': 'There is no display to open a window on.',
  'host.why.no-browser': 'No browser was found.',
  'host.why.failed': 'The browser did not start.',
} as const;
