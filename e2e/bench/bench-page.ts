import { chromium, type Page } from 'playwright';

/** A page in a Chromium of the bench's own; `end` ends both. */
export interface BenchPage {
  readonly page: Page;
  readonly end: () => Promise<void>;
}

/** Opens an empty page in Debian's Chromium (`EDGEWISE_CHROMIUM` names another). Rejects where there is none. */
export async function openBenchPage(): Promise<BenchPage> {
  const browser = await chromium.launch({
    executablePath: process.env['EDGEWISE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      // Chromium's sandbox refuses to run as root, which is what a build machine is; elsewhere it stays on.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, locale: 'en-US' });
  // Also for a machine that does much else.
  page.setDefaultTimeout(120_000);
  return { page, end: () => browser.close() };
}

/** The middle one of some figures; NaN of none. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
