'use strict';
// Serves the recorder and the example to a browser, cross-origin isolated, and keeps the trace that
// comes back:
//
//   node browser/server.cjs [<port> [<module with RingBuffer>]]

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');
const EXAMPLE = path.join(__dirname, 'example');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript' };
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cache-Control': 'no-store',
};

/** The file under a path, or undefined: the recorder's, the example's, and the ring. */
function fileOf(pathname, ring) {
  if (pathname === '/ring.mjs') return ring;
  const [, folder] = /^\/(core|browser)\/[\w-]+\.m?js$/.exec(pathname) ?? [];
  if (folder !== undefined) return path.join(ROOT, pathname);
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  return /^[\w-]+\.(html|mjs)$/.test(name) ? path.join(EXAMPLE, name) : undefined;
}

/** Starts to serve; `received(path, text)` gets what the page posts. Gives back the server. */
function serve(port, received, ring = path.join(EXAMPLE, 'ring.mjs')) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (request.method === 'POST') {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(204, HEADERS).end();
        received(pathname, Buffer.concat(chunks).toString());
      });
      return;
    }
    const file = fileOf(pathname, ring);
    if (file === undefined || !fs.existsSync(file)) return void response.writeHead(404, HEADERS).end();
    response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[path.extname(file)] ?? 'text/plain' });
    response.end(fs.readFileSync(file));
  });
  return server.listen(port, 'localhost');
}

function main([port = '8080', ring]) {
  const server = serve(Number(port), (pathname, text) => {
    if (pathname !== '/trace') return console.error(text);
    fs.writeFileSync('sabring-trace.jsonl', text);
    console.log('sabring-trace.jsonl: to judge it: sabring check sabring-trace.jsonl');
  }, ring && path.resolve(ring));
  server.on('listening', () => console.log(`open http://localhost:${server.address().port}/`));
}

if (require.main === module) main(process.argv.slice(2));

module.exports = { serve };
