/**
 * `nianbao/silencing`: how a finding can be silenced, and what is to be written for it: a decision beside the text, or a comment
 * in it. The server writes nothing itself.
 */
import { actionById } from '../../features/actions/fixes';
import { fingerprints } from '../../features/silence/fingerprints';
import { withDecision } from '../../features/silence/review-file';
import { catalogue } from '../../rules/index';
import { format } from '../../text/message';
import { toWorkspaceEdit } from '../convert';
import { answer } from '../own';
import type { SilencingAnswer } from '../protocol';
import type { Session } from '../session';

export function serveSilencing(session: Session): void {
  answer(session, 'nianbao/silencing', async ({ uri, rule, turn, reason }) => {
    const file = await session.reviewFileFor(uri, reason !== undefined);
    return session.reading<SilencingAnswer>(uri, {}, (document) => {
      const { report, findings, all, translate } = document;
      const finding = findings.filter(({ code }) => code === rule)[turn];
      const known = finding && fingerprints(report, all).get(finding);
      if (!known) return {};
      const text =
        reason === undefined ? undefined : withDecision(file?.text, { ...known, decision: 'silence', ...(reason && { reason }) });
      const actions = [`silence/${rule}/${turn}`, `silence-all/${rule}`].map((id) =>
        actionById({ report, findings, check: () => findings }, id),
      );
      return {
        title: translate(catalogue.find(({ id }) => id === rule)?.title ?? rule),
        ...(file && { file: { uri: file.uri, ...(text !== undefined && { text }) } }),
        comments: actions.flatMap((action) =>
          action ? [{ title: format(action.title, translate), edit: toWorkspaceEdit(document, action.edits()) }] : [],
        ),
      };
    });
  });
}
