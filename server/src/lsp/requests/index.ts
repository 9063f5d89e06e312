/** All requests that are answered, one file each: those of the protocol and those of our client. */
import type { Session } from '../session';
import { serveCodeActions } from './code-actions';
import { serveCompletion } from './completion';
import { serveCopyTable } from './copy-table';
import { serveCursor } from './cursor';
import { serveDecorations } from './decorations';
import { type Diagnostics, serveDiagnostics } from './diagnostics';
import { serveDocumentSymbols } from './document-symbols';
import { serveOfficeFiles } from './documents';
import { serveFixAll } from './fix-all';
import { serveFolderChecks } from './folder-check';
import { serveFolderDiagnostics } from './folder-diagnostics';
import { serveFolderList } from './folder-list';
import { serveFolderOutput } from './folder-output';
import { serveFolding } from './folding';
import { serveFormatting } from './formatting';
import { serveHighlights } from './highlights';
import { serveHover } from './hover';
import { serveInlayHints } from './inlay-hints';
import { serveLenses } from './lenses';
import { serveLinks } from './links';
import { serveNewReport } from './new-report';
import { serveNextCell } from './next-cell';
import { serveNormalize } from './normalize';
import { serveOutline } from './outline';
import { servePage } from './page';
import { servePaste } from './paste';
import { serveRecompute } from './recompute';
import { serveReviewing } from './reviewing';
import { serveRules } from './rules';
import { serveSelectionRanges } from './selection-ranges';
import { serveSilencing } from './silencing';
import { serveStatuses } from './status';
import { serveTokens } from './tokens';
import { serveWorkspaceSymbols } from './workspace-symbols';
import { serveYears } from './years';

const services = [
  serveCodeActions,
  serveCompletion,
  serveCopyTable,
  serveCursor,
  serveDecorations,
  serveDocumentSymbols,
  serveFixAll,
  serveFolderList,
  serveFolderOutput,
  serveFolding,
  serveHighlights,
  serveHover,
  serveInlayHints,
  serveLenses,
  serveLinks,
  serveNewReport,
  serveNextCell,
  serveNormalize,
  serveOfficeFiles,
  serveOutline,
  servePage,
  servePaste,
  serveRecompute,
  serveReviewing,
  serveRules,
  serveSelectionRanges,
  serveSilencing,
  serveTokens,
  serveWorkspaceSymbols,
  serveYears,
];

/** Answers them; gives what tells the client that findings must be asked for anew. */
export function serveRequests(session: Session): Diagnostics & {
  /** To be called when the client has said that it is ready. */
  start(): Promise<unknown>;
} {
  const statuses = serveStatuses(session);
  for (const serve of services) serve(session);
  serveFormatting(session, statuses);
  const diagnostics = serveDiagnostics(session, statuses);
  const checks = serveFolderChecks(session, diagnostics);
  serveFolderDiagnostics(session, checks);
  return { refresh: diagnostics.refresh, start: checks.whenReady };
}
