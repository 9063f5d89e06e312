// Takes the pictures of the walkthrough and of the README anew, in the real VS Code, from the sample draft of the walkthrough:
//
//   node test/vscode/pictures.mjs [FOLDER]     default: docs/walkthrough
//
// One run for each language. What the pictures show is for us to look at: nothing is compared.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallPng } from './small-png.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = process.argv[2] ?? join(root, 'docs/walkthrough');

/** A font in which the columns of tables are aligned, and as few things around the report as can be. */
const settings = {
  'editor.fontFamily': 'Noto Sans Mono CJK SC',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'top',
};

const words = {
  'zh-cn': { normalize: '规范化全部表格', outline: '年报提纲', suffix: '.zh-cn' },
  en: { normalize: 'Normalize All Tables', outline: 'Focus on Annual Report View', suffix: '' },
};

/** By the keyboard alone: a mouse that rests on something shows what that is. */
const run = (command) => `F1;type:${command};wait:600;Enter`;

const folder = mkdtempSync(join(tmpdir(), 'nianbao-pictures-'));
try {
  const draft = join(folder, '青禾县水利局2024年政府信息公开工作年度报告.md');
  cpSync(join(root, 'docs/walkthrough/draft.md'), draft);
  for (const [language, { normalize, outline, suffix }] of Object.entries(words)) {
    const keys = [
      'Ctrl+B;Ctrl+Shift+M;wait:1000;Ctrl+1;goto:7:33;wait:500;shot:problems@0,35,900,543',
      'Ctrl+J;hover:70:17;wait:800;shot:hover@0,35,900,300;Escape',
      'Ctrl+.;wait:1000;shot:fix@0,35,900,543;Escape',
      `${run(outline)};wait:1500;Ctrl+1;goto:70:17;wait:1000;shot:outline@0,35,900,400;Ctrl+B`,
      `${run(normalize)};wait:1500;${run('Notifications: Clear All')};goto:45:1;wait:800;shot:normalize@0,35,900,543`,
    ].join(';');
    const options = ['--file', draft, '--language', language, '--size', '900x600', '--settings', JSON.stringify(settings), '--keys', keys];
    const name = `taken${suffix}`;
    const { status } = spawnSync(process.execPath, [join(root, 'test/vscode/shoot.mjs'), folder, '--name', name, ...options], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exit(1);
    for (const file of readdirSync(folder)) {
      const [, step] = new RegExp(`^${name}-(\\w+)\\.png$`).exec(file) ?? [];
      if (step) writeFileSync(join(target, `${step}${suffix}.png`), smallPng(readFileSync(join(folder, file))));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
