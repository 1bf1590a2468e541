/** Loaded into the server under test: at SIGUSR2 it collects its garbage and tells what is left. */
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  process.stderr.write(`heap ${process.memoryUsage().heapUsed}\n`);
});
