/** What a table of a text is when copied: shared by the examples and the laws of copying. */
import { copyTable } from '../../server/src/features/paste/copy-table';
import { parse } from '../../server/src/report/parse';
import type { Table } from '../../server/src/report/report';
import type { TableFormat } from '../../server/src/report/writing/table-format';

export function copied(text: string, index: number, target: TableFormat): string {
  const read = parse(text);
  const copy = copyTable(read, read.tables[index] as Table, target);
  return 'text' in copy ? copy.text : '';
}
