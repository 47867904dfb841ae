import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type FetchOptions, fetchPage } from '../src/cli/fetch.ts';
import { isPublicAddress } from '../src/cli/public-address.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Serves on a free port of 127.0.0.1 and returns `127.0.0.1:port`. */
async function serve(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const page =
  (
    body: string | Uint8Array,
    headers: Record<string, string> = { 'content-type': 'text/html' },
  ): RequestListener =>
  (_, response) => {
    response.writeHead(200, headers).end(body);
  };

function fetchFrom(host: string, changes: Partial<FetchOptions> = {}, path = '/') {
  return fetchPage(`http://${host}${path}`, {
    maxSize: 10_000,
    timeoutMs: 5_000,
    allowedHosts: new Set([host]),
    ...changes,
  });
}

describe('fetching a page', () => {
  it('reads the bytes, the type and the charset', async () => {
    const host = await serve(page('<p>ä</p>', { 'content-type': 'Text/HTML; Charset="ISO-8859-1"' }));
    const fetched = await fetchFrom(host);
    expect(Buffer.from(fetched.bytes).toString()).toBe('<p>ä</p>');
    expect(fetched).toMatchObject({
      mediaType: 'text/html',
      charset: 'iso-8859-1',
      address: `http://${host}/`,
    });
  });

  it('follows redirects to where the page is', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/new') response.writeHead(200, { 'content-type': 'text/html' }).end('here');
      else response.writeHead(302, { location: '/new' }).end();
    });
    expect(await fetchFrom(host)).toMatchObject({ address: `http://${host}/new` });
  });

  it('unpacks compressed pages', async () => {
    const host = await serve(
      page(gzipSync('packed'), { 'content-type': 'text/html', 'content-encoding': 'gzip' }),
    );
    expect(Buffer.from((await fetchFrom(host)).bytes).toString()).toBe('packed');
  });

  it.each([
    ['a page over the limit', page('x'.repeat(10_001)), 'too-large'],
    [
      'a page that unpacks to more than the limit',
      page(gzipSync('x'.repeat(1_000_000)), { 'content-type': 'text/html', 'content-encoding': 'gzip' }),
      'too-large',
    ],
    [
      'a page that is packed in another way',
      page('x', { 'content-type': 'text/html', 'content-encoding': 'zstd' }),
      'unsupported-encoding',
    ],
    ['what is no page', page('%PDF', { 'content-type': 'application/pdf' }), 'not-a-page'],
    [
      'an error of the server',
      ((_, response) => response.writeHead(404).end()) as RequestListener,
      'http-status',
    ],
    [
      'redirects for ever',
      ((request, response) =>
        response
          .writeHead(302, { location: `/${Number(request.url?.slice(1)) + 1}` })
          .end()) as RequestListener,
      'redirect-loop',
    ],
    [
      'redirects in a circle',
      ((_, response) => response.writeHead(302, { location: '/' }).end()) as RequestListener,
      'redirect-loop',
    ],
    [
      'a redirect to another protocol',
      ((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()) as RequestListener,
      'invalid-address',
    ],
    ['a server that breaks off', ((request) => request.socket.destroy()) as RequestListener, 'unreachable'],
  ])('refuses %s', async (_, handler, code) => {
    await expect(fetchFrom(await serve(handler))).rejects.toMatchObject({ name: 'CliError', code });
  });

  it('gives up on a server that never ends its answer', async () => {
    const host = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('begun');
    });
    await expect(fetchFrom(host, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('tells a dead address', async () => {
    const host = await serve(page(''));
    await new Promise((resolve) => servers.pop()?.close(resolve));
    await expect(fetchFrom(host)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('private addresses', () => {
  it('refuses one that is named', async () => {
    let asked = 0;
    const host = await serve((_, response) => {
      asked += 1;
      response.end();
    });
    const port = host.split(':')[1];
    for (const name of [
      host,
      `localhost:${port}`,
      `0x7f.1:${port}`,
      `[::1]:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
    ]) {
      await expect(fetchFrom(name, { allowedHosts: new Set() })).rejects.toMatchObject({
        code: 'private-address',
      });
    }
    expect(asked).toBe(0);
  });

  it('refuses one that an allowed host redirects to', async () => {
    let asked = 0;
    const inner = await serve((_, response) => {
      asked += 1;
      response.end();
    });
    for (const target of [
      `http://${inner}/`,
      `http://localhost:${inner.split(':')[1]}/`,
      'http://169.254.169.254/',
    ]) {
      const outer = await serve((_, response) => response.writeHead(302, { location: target }).end());
      await expect(fetchFrom(outer)).rejects.toMatchObject({ code: 'private-address' });
    }
    expect(asked).toBe(0);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'example.org',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});
