'use strict';
// The browser's example in a headless Chromium.

const fs = require('node:fs');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { newDirectory } = require('./harness.cjs');
const { serve } = require('../browser/server.cjs');

const PATIENCE_MS = 60_000;

/** The program, or undefined. */
const chromium = (process.env.PATH ?? '').split(path.delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => path.join(folder, name)))
  .find((file) => fs.existsSync(file));

/** What the page posts, as `[path, text]`, when its ring is the one in this file. */
async function posted(ring) {
  let resolve;
  const answer = new Promise((it) => (resolve = it));
  const server = serve(0, (pathname, text) => resolve([pathname, text]), ring);
  await new Promise((listening) => server.on('listening', listening));
  const page = `http://localhost:${server.address().port}/`;
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${newDirectory()}`];
  const browser = spawn(chromium, [...flags, '--remote-debugging-port=0', page], { stdio: 'ignore' });
  const timer = setTimeout(() => resolve(['/error', `nothing came within ${PATIENCE_MS} ms`]), PATIENCE_MS);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    browser.kill();
    await new Promise((ended) => browser.on('close', ended));
    server.closeAllConnections();
    server.close();
  }
}

module.exports = { chromium, posted };
