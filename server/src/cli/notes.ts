/**
 * Writes return notes into a folder, each as a Word file and as text, named after its unit. A note into which somebody has written
 * is never written over: the new one goes beside it, and that is said.
 */
import { join } from 'node:path';
import { sourceOf } from '../documents/source';
import { isUntouched, noteLines, noteText, type ReturnNote } from '../features/folder/return-note';
import { msg } from '../text/message';
import { decode } from '../text/encoding/decode';
import { isMissing, writingProblemOf } from './failure';
import type { Folder } from './folder';
import { writeBytes } from './folder-output';
import type { Io } from './io';

/** Writes `notes` into the folder at `path`, which is made if it is not there. */
export async function writeNotes(path: string, notes: readonly ReturnNote[], io: Io, folder: Folder): Promise<void> {
  if (notes.length === 0) return;
  try {
    io.makeFolder(path);
  } catch (error) {
    folder.fail(path, writingProblemOf(error));
    return;
  }
  const { writeExport } = await import('../documents/writing/write');
  for (const note of notes) {
    const name = join(path, `${fileNameOf(note.unit)}退回意见`);
    await writeNote(name, '.docx', await writeExport(noteLines(note), 'docx', noteLines(note)[0]?.text ?? ''), { io, folder });
    await writeNote(name, '.txt', new TextEncoder().encode(noteText(note)), { io, folder });
  }
}

interface Place {
  readonly io: Io;
  readonly folder: Folder;
}

/** How many notes into which somebody has written may lie beside each other. */
const mostKept = 50;

async function writeNote(name: string, extension: string, bytes: Uint8Array, { io, folder }: Place): Promise<void> {
  for (let turn = 1; turn <= mostKept; turn++) {
    const path = `${name}${turn === 1 ? '' : `（${turn}）`}${extension}`;
    if (!(await mayWrite(path, io))) continue;
    writeBytes(path, bytes, io, folder);
    if (turn > 1) folder.tell(`${name}${extension}`, msg('有人写过意见，没有覆盖；新的一份写在 {0}', path));
    return;
  }
  folder.fail(`${name}${extension}`, msg('有人写过意见，没有覆盖'));
}

/** Whether nothing is there, or a note as it was written. What cannot be read is somebody's. */
async function mayWrite(path: string, io: Io): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = io.readFile(path);
  } catch (error) {
    return isMissing(error);
  }
  try {
    const source = await sourceOf(path, bytes, decode);
    return !('problem' in source) && !hasRemarks(bytes) && isUntouched(source.text);
  } catch {
    return false;
  }
}

/** Whether a Word file holds remarks at its margin: they are no part of its text. */
function hasRemarks(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/comments');
}

/** A unit's name as part of a file's name on every system. */
function fileNameOf(unit: string): string {
  return unit.replace(/[\u0000-\u001f\\/:*?"<>|]/g, '_').slice(0, 80);
}
