/** `nianbao/rules`: the rules by name, each with its own level and the one that holds for a document, for who is to choose. */
import { severityOf } from '../../features/check';
import { catalogue } from '../../rules/index';
import { answer } from '../own';
import type { Session } from '../session';

export function serveRules(session: Session): void {
  answer(session, 'nianbao/rules', async ({ uri }) => {
    const { severities } = await session.settingsOf(uri);
    return catalogue.map((rule) => {
      const own = rule.optional ? 'off' : rule.severity;
      return { id: rule.id, title: session.translate(rule.title), own, level: severityOf(rule, severities) ?? own };
    });
  });
}
