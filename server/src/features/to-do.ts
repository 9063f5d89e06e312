/**
 * What is still to be written. In a text that was never saved it is no mistake but a list of what to do: told by name, counted
 * apart. Once the text is in a file, and on the command line, it is what the rule says.
 */
import type { Finding } from '../findings/finding';

/** The findings of a text that was never saved. */
export function asToDo(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) =>
    finding.subject === 'to-fill' && (finding.severity === 'error' || finding.severity === 'warning')
      ? { ...finding, severity: 'information' }
      : finding,
  );
}

/** Whether the finding is one of what is to be done and no mistake. */
export function isToDo({ subject, severity }: Finding): boolean {
  return subject === 'to-fill' && severity === 'information';
}
