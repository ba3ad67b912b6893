-- A second editor: opens a file with the built server, prints the diagnostics and the titles of the code actions.
-- Usage: nvim --headless -u NONE -S test/neovim/client.lua, with the three variables of the environment below.
local root = vim.env.DATA_ETHICS_ROOT
local file = root .. '/show.ts'
local function finish(text, code)
  io.stdout:write(text .. '\n')
  vim.cmd(code == 0 and 'qall!' or 'cquit!')
end

vim.cmd('edit ' .. vim.fn.fnameescape(file))
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = 'data-ethics',
  cmd = { vim.env.DATA_ETHICS_NODE, vim.env.DATA_ETHICS_CLI, 'lsp', '--stdio' },
  root_dir = root,
  workspace_folders = { { uri = vim.uri_from_fname(root), name = 'project' } },
  get_language_id = function() return 'typescript' end,
})
vim.lsp.buf_attach_client(buffer, id)

-- Milliseconds after which something is wrong, not slow.
local PATIENCE = 60000
local told = vim.wait(PATIENCE, function() return #vim.diagnostic.get(buffer) > 0 end, 50)
if not told then finish('no diagnostics', 1) end
for _, found in ipairs(vim.diagnostic.get(buffer)) do
  io.stdout:write(string.format('%d %s %s\n', found.lnum + 1, found.code or '', (found.message:gsub('\n.*', ''))))
end

local line = vim.diagnostic.get(buffer)[1].lnum
local range = { start = { line = line, character = 0 }, ['end'] = { line = line, character = 500 } }
local params = { textDocument = vim.lsp.util.make_text_document_params(buffer), range = range, context = { diagnostics = {} } }
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, PATIENCE) or {}
local actions = (answers[id] or {}).result or {}
for _, action in ipairs(actions) do io.stdout:write('action ' .. action.title .. '\n') end
if not actions[1] then finish('no code action', 1) end
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
io.stdout:write('line ' .. vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1] .. '\n')
finish('done', 0)
