/**
 * What of the protocol's library is used while the extension runs. Asked for here alone: every file that imports from the library
 * makes a copy of its names at the start.
 */
export { CloseAction, ErrorAction, RevealOutputChannelOn, State, WorkDoneProgress, vsdiag } from 'vscode-languageclient';
