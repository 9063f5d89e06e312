/**
 * The engine for previews. They are rendered at once, so this one thing is not asked of the server: it is a bundle of its own,
 * loaded when the first Chinese text is previewed, by each entry in its own way.
 */
import type * as Engine from '../../server/src/preview';

export type PreviewEngine = typeof Engine;
export type ReportTable = Engine.PreviewedTable;

/**
 * Gives the engine, or nothing while it is not yet there.
 * @param loaded called when it has come, if it had to be waited for; not called again.
 */
export type PreviewEngineSource = (loaded: () => void) => PreviewEngine | undefined;
