What is installed is removed again, with the directories that were made for it; what was there before stays, and so does what came since.

  $ mkdir -p bin scripts there/share/man/man1; cp "$REPO"/scripts/install "$REPO"/scripts/uninstall scripts; cp -r "$REPO/man" "$REPO/pipelines" .
  $ cp "$(command -v weir)" bin/weir; ln -s weir bin/weir-parse
  $ scripts/install there parse -- store report notify top
  installed there/bin/weir with its links (parse), manual pages, pipelines and completions
  not installed: store report notify top; 'make shore' builds them, and then install again
  $ find there -type f -name '*weir*' | sort; there/bin/weir-parse --version
  there/bin/weir
  there/share/bash-completion/completions/weir-parse
  there/share/fish/vendor_completions.d/weir-parse.fish
  there/share/man/man1/weir-aggregate.1
  there/share/man/man1/weir-alert.1
  there/share/man/man1/weir-assess.1
  there/share/man/man1/weir-commit.1
  there/share/man/man1/weir-enrich.1
  there/share/man/man1/weir-parse.1
  there/share/man/man1/weir-tail.1
  there/share/man/man1/weir.1
  there/share/man/man5/weir-format.5
  there/share/man/man5/weir-record.5
  there/share/man/man7/weir-expr.7
  there/share/zsh/site-functions/_weir-parse
  0.1.0

The pipelines find the filters from where they are, whatever the path.

  $ ls there/share/weir/pipelines/rules; for f in enrich aggregate tail; do ln -s weir there/bin/weir-$f; done
  ssh.yaml
  sudo.yaml
  web-scan.yaml
  $ PATH=/usr/bin:/bin WEIR_NOW=2026-11-21T06:00:00Z there/share/weir/pipelines/access-report.sh "$REPO/samples/access.log" | head -n 1
  Web traffic of 2026-11-20 (UTC)
  $ for f in enrich aggregate tail; do rm there/bin/weir-$f; done

The pages of filters that were not built are not there. When they are, they come with the next installation.

  $ find there -not -path '*pipelines*' | grep -E 'store|report|notify|top'
  [1]
  $ cp "$(readlink -f "$(command -v weir-store)")" bin/weir-shore; for f in store report notify top; do ln -s weir-shore bin/weir-$f; done
  $ scripts/install there parse -- store report notify top
  installed there/bin/weir with its links (parse), manual pages, pipelines and completions
  installed there/bin/weir-shore with its links (store report notify top), too
  $ find there -not -path '*pipelines*' | grep -cE 'store|report|notify|top'
  21
  $ echo mine >there/bin/mine; scripts/uninstall there parse store report notify top; find there | sort
  removed weir from there
  there
  there/bin
  there/bin/mine
  there/share
  there/share/man
  there/share/man/man1
