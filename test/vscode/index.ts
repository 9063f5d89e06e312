/** What VS Code calls to run the tests inside itself, in Node. Bundled into dist/test/vscode/index.js. */
import { runSuites } from './mocha-run';

export function run(): Promise<void> {
  return runSuites(async () => {
    await import('./suite/host.test');
    await import('./suite/fixtures.test');
    await import('./suite/reports.test');
    await import('./suite/seeds.test');
    await import('./suite/new-report.test');
    await import('./suite/editing.test');
    await import('./suite/quick-fixes.test');
    await import('./suite/typing.test');
    await import('./suite/killed-server.test');
    await import('./suite/outline.test');
    await import('./suite/links.test');
    await import('./suite/pages.test');
    await import('./suite/preview.test');
    await import('./suite/preview-engine.test');
    await import('./suite/first-minutes.test');
    await import('./suite/palette.test');
    await import('./suite/fonts-and-wrapping.test');
    await import('./suite/paste.test');
    await import('./suite/documents.test');
    await import('./suite/config.test');
    await import('./suite/config-schema.test');
    await import('./suite/task.test');
    // Last: it checks a whole folder, and its findings stay in the Problems panel.
    await import('./suite/county.test');
  });
}
