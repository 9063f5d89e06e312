// Runs work that starts servers and browsers, and cleans up behind it in every case: success, failure, ctrl-C, too long.

/**
 * Runs `work`, which registers what must be undone by calling `cleanUp(undo)`; the undoing runs last to first.
 * @param {number} minutes the longest it may take
 * @param {(cleanUp: (undo: () => unknown) => void) => Promise<unknown>} work
 */
export async function withinLimit(minutes, work) {
  const undos = [];
  let stopWaiting = () => undefined;
  const stopped = new Promise((_, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Stopped: not done within ${String(minutes)} minutes.`));
    }, minutes * 60_000);
    const interrupt = (signal) => {
      reject(new Error(`Stopped by ${signal}.`));
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, interrupt);
    stopWaiting = () => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, interrupt);
    };
  });
  let over = false;
  const cleanUp = (undo) => {
    // Work that goes on after it was stopped is undone at once.
    if (over) void undo();
    else undos.push(undo);
  };
  try {
    return await Promise.race([work(cleanUp), stopped]);
  } finally {
    over = true;
    for (const undo of undos.reverse()) await undo();
    stopWaiting();
  }
}
