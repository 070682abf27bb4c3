'use strict';
// Writes the programs of a document, byte for byte as they stand in it:
//
//   node extract.cjs <document.md> <target directory>
//
// A program is the first code block after a heading "# File N — `name`".

const fs = require('node:fs');
const path = require('node:path');

const PROGRAM = /^# File \d+ — `([^`/\\]+)`.*\n(?:(?!# |```).*\n)*```\w*\n([\s\S]*?)^```$/gm;

/** The programs as `[name, text]`. */
function programsOf(document) {
  return [...document.matchAll(PROGRAM)].map(([, name, text]) => [name, text]);
}

/** Writes them and gives back their names. */
function extract(document, directory) {
  const programs = programsOf(fs.readFileSync(document, 'utf8'));
  fs.mkdirSync(directory, { recursive: true });
  for (const [name, text] of programs) fs.writeFileSync(path.join(directory, name), text);
  return programs.map(([name]) => name);
}

function main([document, directory]) {
  if (directory === undefined) {
    console.error('usage: node extract.cjs <document.md> <target directory>');
    process.exit(2);
  }
  const names = extract(document, directory);
  if (names.length === 0) {
    console.error(`${document}: no program found, expected a heading "# File N — \`name\`" and a code block`);
    process.exit(2);
  }
  console.log(names.join('\n'));
}

if (require.main === module) main(process.argv.slice(2));

module.exports = { extract };
