;;; The language server in Emacs, by the recipe of docs/editors.md: findings, quick fixes, formatting. Run by run.mjs.  -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(setq eglot-sync-connect 20 eglot-confirm-server-initiated-edits nil make-backup-files nil)

(defvar passed 0)
(defvar failed 0)

(defun expect (what ok)
  "Count WHAT as passed if OK."
  (if ok (setq passed (1+ passed)) (setq failed (1+ failed)))
  (princ (format "%s %s\n" (if ok "✓" "✗") what)))

(defun wait-for (test)
  "Wait until TEST gives something, ten seconds at most; give that."
  (let ((tries 0) found)
    (while (and (not (setq found (funcall test))) (< tries 100))
      (accept-process-output nil 0.1)
      (setq tries (1+ tries)))
    found))

(defun findings-matching (words)
  "The findings of the buffer whose text has WORDS."
  (flymake-start)
  (seq-filter (lambda (found) (string-match-p words (flymake-diagnostic-text found))) (flymake-diagnostics)))

(let ((root (getenv "NIANBAO_ROOT")))
  (add-to-list 'eglot-server-programs
               (list '(text-mode markdown-mode) "node" (concat root "/dist/cli.js") "lsp" "--stdio")))
(add-hook 'text-mode-hook #'eglot-ensure)

(find-file (getenv "NIANBAO_DRAFT"))
;; What Emacs runs behind a command of its user.
(run-hooks 'post-command-hook)
(expect "the server takes the draft" (wait-for #'eglot-managed-p))
(let ((wrong (wait-for (lambda () (car (findings-matching "wrong-row-total"))))))
  (expect "a wrong total is found" wrong)
  (expect "as an error" (and wrong (eq (flymake-diagnostic-type wrong) 'eglot-error)))
  (expect "on its cell" (and wrong (equal "56" (buffer-substring (flymake-diagnostic-beg wrong) (flymake-diagnostic-end wrong)))))
  (goto-char (if wrong (flymake-diagnostic-beg wrong) (point-min))))
(let* ((here (eglot--pos-to-lsp-position))
       (server (eglot--current-server-or-lose))
       (place (list :textDocument (eglot--TextDocumentIdentifier)))
       (hover (jsonrpc-request server :textDocument/hover (append place (list :position here))))
       (actions (jsonrpc-request server :textDocument/codeAction
                                 (append place (list :range (list :start here :end here) :context (list :diagnostics []))))))
  (expect "the hover names both numbers" (let ((shown (format "%s" hover))) (and (string-match-p "56" shown) (string-match-p "55" shown))))
  (expect "a fix is offered" (seq-find (lambda (action) (string-match-p "55" (plist-get action :title))) actions)))
(eglot-format-buffer)
(expect "formatting draws the tables" (save-excursion (goto-char (point-min)) (search-forward "|------" nil t)))
(expect "and leaves the figures" (save-excursion (goto-char (point-min)) (search-forward " 56 |" nil t)))

(set-buffer-modified-p nil)
(with-temp-file (getenv "NIANBAO_COUNTS") (insert (format "{\"passed\":%d,\"failed\":%d}" passed failed)))
(kill-emacs (if (= failed 0) 0 1))
