import { describe, expect, it } from 'vitest';
import { chooseBrowser } from './find-browser.ts';

const desktop = { PATH: '/usr/local/bin::/usr/bin', DISPLAY: ':0' };

function among(...programs: string[]): (path: string) => boolean {
  return (path) => programs.includes(path);
}

describe('the browser', () => {
  it('is an app window of the first Chromium browser on the path', () => {
    const programs = among('/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/xdg-open');
    expect(chooseBrowser({ platform: 'linux', environment: desktop }, false, programs)).toEqual({
      kind: 'app-window',
      program: '/usr/bin/chromium',
    });
  });

  it('is else the default browser, and else none', () => {
    const linux = { platform: 'linux', environment: desktop } as const;
    expect(chooseBrowser(linux, false, among('/usr/bin/xdg-open'))).toEqual({
      kind: 'default-browser',
      program: '/usr/bin/xdg-open',
      args: [],
    });
    expect(chooseBrowser(linux, false, among())).toEqual({ kind: 'print', why: 'no-browser' });
  });

  it('is never opened as root, nor without a display', () => {
    const programs = among('/usr/bin/chromium');
    expect(chooseBrowser({ platform: 'linux', environment: desktop }, true, programs)).toEqual({
      kind: 'print',
      why: 'root',
    });
    expect(chooseBrowser({ platform: 'linux', environment: { PATH: '/usr/bin' } }, false, programs)).toEqual({
      kind: 'print',
      why: 'no-display',
    });
    const wayland = { PATH: '/usr/bin', WAYLAND_DISPLAY: 'wayland-0' };
    expect(chooseBrowser({ platform: 'linux', environment: wayland }, false, programs).kind).toBe('app-window');
  });

  it('is found where Windows and macOS install it', () => {
    const windows = { platform: 'win32', environment: { ProgramFiles: 'C:\\Program Files' } } as const;
    const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(chooseBrowser(windows, false, among(edge))).toEqual({ kind: 'app-window', program: edge });
    expect(chooseBrowser(windows, false, among())).toMatchObject({ kind: 'default-browser' });
    expect(chooseBrowser({ platform: 'darwin', environment: {} }, false, among())).toMatchObject({
      program: '/usr/bin/open',
    });
  });

  it('is not looked for in the working folder', () => {
    const environment = { PATH: ':/usr/bin', DISPLAY: ':0' };
    expect(chooseBrowser({ platform: 'linux', environment }, false, among('chromium'))).toMatchObject({
      kind: 'print',
    });
  });
});
