-- What a user of Neovim does with a report, against the built server: opens it, reads the findings, hovers, takes a code
-- action, formats. Run by run.mjs, which names the report and the file for the counts in the environment.
local root = os.getenv('NIANBAO_ROOT')
local draft = os.getenv('NIANBAO_DRAFT')
local passed, failed = 0, 0

local function say(words) io.stdout:write(words .. '\n') end

local function test(name, run)
  local ok, problem = pcall(run)
  if ok then
    passed = passed + 1
    say('  ✓ ' .. name)
  else
    failed = failed + 1
    say('  ✗ ' .. name .. '\n      ' .. tostring(problem))
  end
end

-- Waits until `done` gives something true, and gives it.
local function await(what, done)
  local value
  if not vim.wait(20000, function() value = done(); return value and true or false end, 20) then error('not in time: ' .. what, 0) end
  return value
end

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') end

local function finding(code)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code == code) then return one end
  end
end

local function request(method, params)
  local answers, problem = vim.lsp.buf_request_sync(0, method, params, 20000)
  assert(answers, problem)
  for _, answer in pairs(answers) do
    assert(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
end

local function rangeOf(diagnostic)
  return { start = { line = diagnostic.lnum, character = vim.str_utfindex(vim.fn.getline(diagnostic.lnum + 1), diagnostic.col) }, ['end'] = { line = diagnostic.end_lnum, character = vim.str_utfindex(vim.fn.getline(diagnostic.end_lnum + 1), diagnostic.end_col) } }
end

vim.cmd('edit ' .. vim.fn.fnameescape(draft))
local document = { uri = vim.uri_from_bufnr(0) }

test('starts the server on a text file', function()
  local id = vim.lsp.start_client({ name = 'nianbao', cmd = { 'node', root .. '/dist/cli.js', 'lsp', '--stdio' }, root_dir = vim.fn.fnamemodify(draft, ':h') })
  assert(id, 'no client')
  assert(vim.lsp.buf_attach_client(0, id), 'not attached')
  await('the server', function() return vim.lsp.get_client_by_id(id) and vim.lsp.get_client_by_id(id).initialized end)
end)

test('shows the findings at their places', function()
  local total = await('wrong-row-total', function() return finding('wrong-row-total') end)
  assert(total.source == 'nianbao', total.source)
  assert(total.severity == vim.diagnostic.severity.ERROR, 'severity')
  assert(vim.api.nvim_buf_get_text(0, total.lnum, total.col, total.end_lnum, total.end_col, {})[1] == '56', 'not at the total')
end)

test('hovers a total with its sum', function()
  local hover = request('textDocument/hover', { textDocument = document, position = rangeOf(finding('wrong-row-total')).start })
  assert(hover and hover.contents.value:find('41', 1, true) and hover.contents.value:find('55', 1, true), vim.inspect(hover))
end)

test('has an outline with six sections', function()
  local symbols = request('textDocument/documentSymbol', { textDocument = document })
  assert(#symbols >= 6, vim.inspect(symbols))
end)

test('takes a code action that recomputes the total, and undoes it', function()
  local before = text()
  local total = finding('wrong-row-total')
  local actions = request('textDocument/codeAction', { textDocument = document, range = rangeOf(total), context = { diagnostics = {}, only = { 'quickfix' } } })
  local chosen
  for _, action in ipairs(actions or {}) do if action.title:find('56', 1, true) and action.title:find('55', 1, true) then chosen = chosen or action end end
  assert(chosen, vim.inspect(actions))
  if not chosen.edit then chosen = request('codeAction/resolve', chosen) end
  vim.lsp.util.apply_workspace_edit(chosen.edit, 'utf-16')
  assert(text() ~= before, 'nothing changed')
  await('the finding to go', function() return not finding('wrong-row-total') end)
  vim.cmd('undo')
  assert(text() == before, 'undo')
  await('the finding to come back', function() return finding('wrong-row-total') end)
end)

test('formats the tables without changing a digit', function()
  local before = text()
  local digits = before:gsub('%D', '')
  if vim.lsp.buf.format then vim.lsp.buf.format({ async = false, timeout_ms = 20000 }) else vim.lsp.buf.formatting_sync(nil, 20000) end
  assert(text() ~= before, 'nothing changed')
  assert(text():gsub('%D', '') == digits, 'a digit changed')
  assert(text():find('\n|%-+|%-+'), 'no drawn table in a text file')
end)

test('ends the server', function()
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  await('the end', function() return #vim.lsp.get_active_clients() == 0 end)
end)

local counts = io.open(os.getenv('NIANBAO_COUNTS'), 'w')
counts:write(vim.fn.json_encode({ passed = passed, failed = failed }))
counts:close()
vim.cmd(failed > 0 and 'cquit 1' or 'quitall!')
