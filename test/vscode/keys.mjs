// The key scripts of shoot.mjs: what a user does at the keyboard and with the mouse, written in one line.
//
//   Ctrl+Shift+M        presses keys, named as VS Code names them (Ctrl, Shift, Alt, Enter, Escape, F1, Down, ...)
//   Ctrl+K Ctrl+I       one after the other
//   type:文字           types
//   command:NAME        runs the first command of the palette that holds this text
//   goto:LINE:COL       puts the cursor there, from 1
//   hover:LINE:COL      shows the hover there
//   click:TEXT          clicks on what shows this text; click:css=SELECTOR on an element
//   copied:PATH         puts a file on the clipboard, an .html file as a web page
//   until:TEXT          waits until this text is shown; until:css=SELECTOR for an element
//   wait:MILLISECONDS   waits; better use until
//   shot:NAME           takes a picture on the way; shot:NAME@X,Y,WIDTH,HEIGHT of a part of the window
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fillClipboard } from './clipboard.mjs';

/** Marks a line of the suite's console that asks for something to be done in the page; `inPage` of suite/kit.ts writes it. */
export const pageMark = '@page ';

/** Does what the suite asks for: fills the clipboard if something was copied, then presses keys. */
export async function doInPage(page, request) {
  const { copied, keys } = JSON.parse(request);
  if (copied) await fillClipboard(page, copied);
  for (const chord of keys) await page.keyboard.press(playwrightKeys(chord));
}

/**
 * Carries out a key script on a page that shows VS Code.
 * @param {(suffix: string) => Promise<void>} take takes a picture
 */
export async function press(page, script, take) {
  for (const step of script
    .split(/(?<!\\);/)
    .map((part) => part.replaceAll('\\;', ';').trim())
    .filter(Boolean)) {
    const [, verb, rest] = /^([a-z]+):(.*)$/s.exec(step) ?? [];
    if (verb === 'type') await page.keyboard.type(rest);
    else if (verb === 'command') await runCommand(page, rest);
    else if (verb === 'goto') await goTo(page, rest);
    else if (verb === 'hover') await showHover(page, rest);
    else if (verb === 'copied') await fillClipboard(page, { [/\.html?$/.test(rest) ? 'html' : 'text']: readFileSync(rest, 'utf8') });
    else if (verb === 'click') await find(page, rest).click();
    else if (verb === 'until') await find(page, rest).waitFor();
    else if (verb === 'wait') await pause(Number(rest));
    else if (verb === 'shot') await take(rest);
    else if (verb) throw new Error(`Unknown step in the key script: ${step}`);
    else for (const chord of step.split(/\s+/)) await page.keyboard.press(playwrightKeys(chord));
  }
}

/** Puts the cursor at LINE:COL and shows the hover there, as Ctrl+K Ctrl+I does; says so where there is none. */
export async function showHover(page, position) {
  await goTo(page, position);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  try {
    await page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-contents').first().waitFor({ timeout: 5_000 });
  } catch {
    console.error(`No hover at ${position}.`);
  }
}

/** Waits until two pictures in a row are the same, at most 4 seconds. */
export async function settle(page) {
  let before = Buffer.alloc(0);
  for (let tries = 0; tries < 16; tries++) {
    const now = await page.screenshot();
    if (now.equals(before)) return;
    before = now;
    await pause(250);
  }
}

async function goTo(page, position) {
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(`:${position}`);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

async function runCommand(page, name) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(`>${name}`);
  await page.locator('.quick-input-widget .quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

function find(page, what) {
  return what.startsWith('css=') ? page.locator(what.slice(4)).first() : page.getByText(what).first();
}

function playwrightKeys(chord) {
  const names = { Ctrl: 'Control', Down: 'ArrowDown', Up: 'ArrowUp', Left: 'ArrowLeft', Right: 'ArrowRight', Esc: 'Escape', Space: ' ' };
  return chord
    .split('+')
    .map((key) => names[key] ?? key)
    .join('+');
}
