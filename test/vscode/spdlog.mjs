// Stands in for `@vscode/spdlog`, the native logger of VS Code Server, which would have to be compiled: writes the logs,
// among them the output channels of extensions, into the same files. Copied into the server by setup.mjs.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export function setFlushOn() {
  // Every line is written at once.
}

export function setLevel() {
  // VS Code asks only for what is to be written.
}

export const createRotatingLogger = createLogger;
export const createAsyncRotatingLogger = createLogger;

async function createLogger(name, file) {
  mkdirSync(dirname(file), { recursive: true });
  let bare = false;
  const write = (level) => (message) => {
    const text = bare ? message : `${new Date().toISOString().replace('T', ' ').replace('Z', '')} [${level}] ${message}\n`;
    try {
      appendFileSync(file, text);
    } catch {
      // The profile has been removed: the run is over.
    }
  };
  const nothing = () => undefined;
  return {
    trace: write('trace'),
    debug: write('debug'),
    info: write('info'),
    warn: write('warning'),
    error: write('error'),
    critical: write('critical'),
    clearFormatters: () => {
      bare = true;
    },
    setPattern: () => {
      bare = false;
    },
    getLevel: () => 0,
    setLevel: nothing,
    flush: nothing,
    drop: nothing,
  };
}
