/** Debian's browser, for the tests that need a real one. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser's file, or null where none is installed: its tests are skipped, and say so by their name. */
export const BROWSER = PLACES.find((path) => existsSync(path)) ?? null;

/** A title that tells why its tests are skipped. */
export function inBrowser(title: string): string {
  return BROWSER === null ? `${title} (skipped: no chromium is installed)` : title;
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: BROWSER ?? '',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
