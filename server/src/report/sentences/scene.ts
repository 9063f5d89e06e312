/** What the reading of a sentence must know of its report, and nothing else of it. */
export interface Scene {
  readonly text: string;
  readonly year: number | undefined;
  /** Whether the report is that of a government, so that 全县 is its own scope. */
  readonly whole: boolean;
  /** Whether a name is the reporting agency's. */
  readonly isOwn: (name: string) => boolean;
}
