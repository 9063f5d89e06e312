/**
 * What VS Code calls to run the tests inside itself, in the browser. Bundled into dist/test/web/index.js, where mocha and
 * Node's assertions are replaced by the files beside this one. A suite that needs Node itself cannot stand here.
 */
import { runSuites } from '../mocha-run';

export function run(): Promise<void> {
  return runSuites(async () => {
    await import('../suite/host.test');
    await import('../suite/fixtures.test');
    await import('../suite/reports.test');
    await import('../suite/seeds.test');
    await import('../suite/new-report.test');
    await import('../suite/editing.test');
    await import('../suite/links.test');
    await import('../suite/pages.test');
    await import('../suite/preview-engine.test');
    await import('../suite/paste.test');
    await import('../suite/documents.test');
    await import('../suite/first-minutes.test');
    await import('../suite/virtual.test');
    await import('../suite/config.test');
  });
}
