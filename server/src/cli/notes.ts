/** Writes return notes into a folder, each as a Word file and as text, named after its unit. */
import { join } from 'node:path';
import { noteLines, noteText, type ReturnNote } from '../features/folder/return-note';
import { writingProblemOf } from './failure';
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
    writeBytes(`${name}.docx`, await writeExport(noteLines(note), 'docx', noteLines(note)[0]?.text ?? ''), io, folder);
    writeBytes(`${name}.txt`, new TextEncoder().encode(noteText(note)), io, folder);
  }
}

/** A unit's name as part of a file's name on every system. */
function fileNameOf(unit: string): string {
  return unit.replace(/[\u0000-\u001f\\/:*?"<>|]/g, '_').slice(0, 80);
}
