/** The findings between files: among those that were checked, and silenced by comments like any other. */
import { withBetween as joined } from '../features/check-between';
import { atOnce } from '../text/steps';
import { heldTogether } from '../features/held-together';
import type { Finding } from '../findings/finding';
import { type CheckedFile, isHeldAgainst } from './check-file';
import { filingOf } from './check-source';

/**
 * The files with what is found between them among their findings.
 * @param all whether reports of units that are in no roster are held against others too.
 */
export function withBetween(files: readonly CheckedFile[], all: boolean): CheckedFile[] {
  const held = files
    .filter((file) => isHeldAgainst(file, all))
    .map((file) => ({
      path: file.result.path,
      units: file.settings.units,
      severities: file.settings.severities,
      filing: (roster: Parameters<typeof filingOf>[1]) => filingOf(file, roster),
    }));
  const found = atOnce(heldTogether(held, all));
  return files.map((file) => withFindings(file, found.get(file.result.path) ?? []));
}

/** The file with `more` among its findings, without those that comments in it silence. */
export function withFindings(file: CheckedFile, more: readonly Finding[]): CheckedFile {
  if (more.length === 0) return file;
  const { result, settings } = file;
  return { ...file, result: { ...result, findings: joined(result.report, result.findings, more, settings) } };
}
