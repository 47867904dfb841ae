/** A site on this machine, and what was asked of it. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalSite {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly origin: string;
  /** Paths with their query, in the order in which they were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** What a path answers with: HTML, or a function that answers by itself. */
export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** Serves `answer` of each path on a free port; null is answered with 404. */
export async function serveSite(answer: (path: string) => Answer | null): Promise<LocalSite> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const found = answer(path);
    if (typeof found === 'function') found(request, response);
    else if (found === null) response.writeHead(404, { 'content-type': 'text/html' }).end('Not here.');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(found);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    origin: `http://${host}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A small page with a claim of its own and links. */
export function pageWith(title: string, links: readonly string[]): string {
  const anchors = links.map((href) => `<li><a href="${href}">more</a></li>`).join('');
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>
<p>Stem cell injections relieved back pain in ${title}.</p></main><nav><ul>${anchors}</ul></nav></body></html>`;
}

export function answerWith(
  status: number,
  headers: Record<string, string>,
  body: string | Uint8Array = '',
): Answer {
  return (_, response) => {
    response.writeHead(status, headers).end(body);
  };
}

export const text = (body: string): Answer => answerWith(200, { 'content-type': 'text/plain' }, body);
export const xml = (body: string): Answer => answerWith(200, { 'content-type': 'application/xml' }, body);
export const redirectTo = (location: string): Answer => answerWith(302, { location });

/** The words that audit a local site, quickly and whatever is found; `more` are further ones. */
export function siteArgs(site: LocalSite, ...more: string[]): string[] {
  return [
    'site',
    `${site.origin}/`,
    '--allow-host',
    site.host,
    '--rate',
    '1000',
    '--fail-on',
    'none',
    ...more,
  ];
}
