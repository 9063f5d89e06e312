/**
 * The page: takes files, has the engine check them, shows the list and the text of the chosen file, and passes on what is to be
 * done with it. What a report is and what is wrong with it, the engine says.
 */
import { msg, type Message } from '../../text/message';
import type { Changed, CopyKind, ElsewhereShown, SavedFile, ShownFile } from '../messages';
import { askFolder, type Chosen, chosenFiles, clippedOf, droppedFiles, isConfig } from './choosing';
import { button, byId, element } from './dom';
import { openEngine } from './engine-client';
import { countWords, foldOf, type ListEvents, markChosen, moveByKeys, openFold, stateWords } from './list';
import { openPaper } from './paper-pane';
import { save } from './saving';
import { language, say } from './words';

const ask = openEngine();
const list = byId('list');
const paper = openPaper(
  (id, offset) => ask('hover', { id, offset }),
  (finding) => list.querySelector<HTMLElement>(`[data-file="${chosen ?? ''}"] [data-number="${finding}"]`)?.focus(),
);
/** The files that are shown, in the order of the list. */
let files: ShownFile[] = [];
/** Number of the file whose text is shown. */
let chosen: number | undefined;
/** Which choice of files is the present one: an earlier one that is still being read is dropped. */
let turn = 0;

const events: ListEvents = {
  choose: (file) => void choose(file.id),
  go: (file, finding, byKey) => {
    markChosen(list, file.id, finding);
    void choose(file.id).then(() => paper.go(finding, byKey));
  },
  fix: (file, number) => void change(file.id, ask('fix', { id: file.id, finding: number })),
  take: (file) => void change(file.id, ask('take', { id: file.id })),
  goElsewhere: (place) => void goElsewhere(place),
};

/** Of more files than this none is opened by itself: the list comes first. */
const mostOpened = 8;

async function openAll(given: readonly Chosen[]): Promise<void> {
  const own = ++turn;
  const reports = given.filter((file) => !isConfig(file));
  if (reports.length === 0) return tell(say(msg('没有可以校对的文件')));
  await begin();
  for (const { name, read } of given.filter(isConfig)) {
    for (const problem of await ask('config', { name, bytes: await read() })) list.append(element('p', { class: 'remark' }, problem));
  }
  const sorted = reports.sort(({ name: a }, { name: b }) => Number(a > b) - Number(a < b));
  for (const [i, { name, read, modified }] of sorted.entries()) {
    if (sorted.length > 1) tell(say(msg('正在校对 {0} / {1}', i + 1, sorted.length)));
    const file = await read().then((bytes) => ask('open', { name, bytes, modified }));
    if (own !== turn) return;
    add(file);
  }
  const others = await ask('together', null);
  if (own !== turn) return;
  others.forEach(replace);
  end();
}

async function paste(data: DataTransfer): Promise<void> {
  if (data.files.length > 0 && data.getData('text/plain') === '') return openAll(chosenFiles(data.files));
  const clipped = clippedOf(data);
  const own = ++turn;
  if (clipped.text.trim() === '' && clipped.html.trim() === '') return tell(say(msg('剪贴板里没有文字')));
  await begin();
  const file = await ask('paste', { name: say(msg('粘贴的内容')), ...clipped });
  if (own !== turn) return;
  add(file);
  end();
}

async function begin(): Promise<void> {
  document.body.dataset['stage'] = 'work';
  files = [];
  chosen = undefined;
  delete document.body.dataset['files'];
  list.replaceChildren();
  byId('tools').replaceChildren();
  paper.empty(say(msg('正在校对……')));
  tell(say(msg('正在校对……')));
  await ask('clear', null);
}

function add(file: ShownFile): void {
  files.push(file);
  list.append(foldOf(file, false, events));
}

function end(): void {
  document.body.dataset['files'] = files.length === 1 ? 'one' : 'several';
  tell(summary());
  const worst = (['errors', 'warnings', 'clean', 'not-a-report', 'unreadable'] as const)
    .flatMap((state) => files.find((file) => file.state === state) ?? [])
    .at(0);
  if (files.length > mostOpened) paper.empty(say(msg('点名单里的一份，看它的问题和正文。')));
  else if (worst) void choose(worst.id);
}

/** What the whole comes to. */
function summary(): string {
  const [only] = files;
  if (files.length === 1 && only) {
    const counts = countWords(only.findings);
    return counts === '' ? say(stateWords[only.state]) : counts;
  }
  const states = (['errors', 'warnings', 'clean', 'not-a-report', 'unreadable'] as const).flatMap((state) => {
    const count = files.filter((file) => file.state === state).length;
    return count === 0 ? [] : [say(msg('{0} {1} 份', say(stateWords[state]), count))];
  });
  return say(msg('共 {0} 份：{1}', files.length, states.join(say(msg('，')))));
}

async function choose(id: number): Promise<void> {
  const file = files.find((one) => one.id === id);
  if (!file || chosen === id) return;
  chosen = id;
  openFold(list, id);
  await showPaper(file);
}

async function showPaper(file: ShownFile): Promise<void> {
  byId('tools').replaceChildren(...toolsFor(file));
  if (file.problem !== undefined) return paper.empty(file.problem);
  const html = await ask('paper', { id: file.id });
  if (chosen === file.id) paper.show(file, html);
}

async function goElsewhere({ name, start }: ElsewhereShown): Promise<void> {
  const file = files.find((one) => one.name === name);
  if (!file) return;
  await choose(file.id);
  paper.goTo(start);
}

/** Shows what a file has become in the place of what it was. */
function replace(file: ShownFile): void {
  files = files.map((one) => (one.id === file.id ? file : one));
  list.querySelector(`[data-file="${file.id}"]`)?.replaceWith(foldOf(file, false, events));
}

/** A file has become another one, and by it perhaps what is found in others. */
async function change(id: number, answer: Promise<Changed>): Promise<void> {
  const { file, others } = await answer;
  const before = files.find((one) => one.id === id)?.findings.length ?? 0;
  [file, ...others].forEach(replace);
  chosen = id;
  openFold(list, id);
  await showPaper(file);
  tell(say(msg('原来 {0} 处，现在 {1} 处。{2}', before, file.findings.length, summary())));
}

const copyWords: Readonly<Record<CopyKind, Message>> = {
  same: msg('原来的格式'),
  docx: msg('Word（公文版式）'),
  html: msg('网页代码'),
  md: msg('Markdown'),
  txt: msg('纯文本'),
};

function toolsFor(file: ShownFile): Node[] {
  const { id, name, safe, normalizable, changed, copies } = file;
  const head = element('h2', {}, name);
  if (copies.length === 0) return [head];
  const kinds = element(
    'select',
    { 'aria-label': say(msg('保存为')) },
    ...copies.map((kind) => element('option', { value: kind }, say(copyWords[kind]))),
  );
  return [
    head,
    button(say(msg('修正 {0} 处', safe)), () => void change(id, ask('mend', { id })), {
      disabled: safe === 0,
      title: say(msg('改正全部可以放心改的地方，不改任何数字')),
    }),
    button(say(msg('规范表格')), () => void change(id, ask('normalize', { id })), {
      disabled: normalizable === 0,
      title: say(msg('把表格写成规范的样子，不改任何数字')),
    }),
    button(say(msg('撤销')), () => void change(id, ask('undo', { id })), { disabled: !changed }),
    element(
      'span',
      { class: 'saving' },
      kinds,
      button(say(msg('保存副本')), () => void copy(id, kinds.value as CopyKind), { class: changed ? 'primary' : undefined }),
    ),
    button(say(msg('打印')), () => print('one')),
  ];
}

async function copy(id: number, kind: CopyKind): Promise<void> {
  const saved = await ask('copy', { id, kind });
  if ('problem' in saved) return tell(saved.problem);
  save(saved);
  const left = saved.left ?? 0;
  tell(
    left > 0
      ? say(msg('已保存 {0}；有 {1} 处不能写进文件（要加行或加段），请在 Word 里改', saved.name, left))
      : say(msg('已保存 {0}', saved.name)),
  );
}

async function saveJson(): Promise<void> {
  const bytes = new TextEncoder().encode(await ask('json', null));
  save({ name: say(msg('校对结果.json')), type: 'application/json', bytes } satisfies SavedFile);
}

/** @param what the chosen file with its text, or the whole list */
function print(what: 'one' | 'all'): void {
  document.body.dataset['print'] = what;
  window.print();
}

function tell(words: string): void {
  byId('status').textContent = words;
}

function guarded(action: () => Promise<void>): void {
  action().catch((error: unknown) => {
    tell(say(msg('出了意外，没有做完：{0}', error instanceof Error ? error.message : String(error))));
  });
}

function listen(): void {
  const field = byId('files') as HTMLInputElement;
  field.addEventListener('change', () => {
    const given = chosenFiles(field.files ?? []);
    // The same file may be chosen again.
    field.value = '';
    guarded(() => openAll(given));
  });
  for (const choice of document.querySelectorAll('[data-press="files"]'))
    choice.addEventListener('click', () => {
      field.click();
    });
  for (const choice of document.querySelectorAll('[data-press="folder"]'))
    choice.addEventListener('click', () => {
      askFolder((given) => guarded(() => openAll(given)));
    });
  byId('print-all').addEventListener('click', () => {
    print('all');
  });
  byId('save-json').addEventListener('click', () => {
    guarded(saveJson);
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dragging');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) document.body.classList.remove('dragging');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dragging');
    const data = event.dataTransfer;
    if (data) guarded(async () => openAll(await droppedFiles(data)));
  });
  document.addEventListener('paste', (event) => {
    event.preventDefault();
    const data = event.clipboardData;
    if (data) guarded(() => paste(data));
  });
  moveByKeys(list);
}

/** The words that stand in the page itself are Chinese; in another language they are put in their place. */
function translate(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const place of document.querySelectorAll<HTMLElement>('[data-say]')) place.textContent = say(msg(place.dataset['say'] ?? ''));
  for (const place of document.querySelectorAll<HTMLElement>('[data-label]'))
    place.setAttribute('aria-label', say(msg(place.dataset['label'] ?? '')));
  document.title = say(msg('年报校对'));
}

translate();
listen();
