// Runs Azurite until standard input closes: it then ends cleanly (Azurite acknowledges before it has written), also when
// the process that started it was killed. Ctrl+C is left to that process, which ends JuryBot first.
'use strict';
const once = process.once;
process.once = (event, listener) => (event === 'SIGINT' ? process : once.call(process, event, listener));
process.on('SIGINT', () => {});
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.stdin.on('end', () => {
  if (!process.emit('SIGTERM')) process.exit(0);
  setTimeout(() => process.exit(1), 15000).unref();
});
process.stdin.resume();
require('azurite/dist/src/azurite.js');
