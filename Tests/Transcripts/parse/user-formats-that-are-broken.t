What is wrong with a format file is said at its place. A broken file in ~/.config/weir/formats does not stop anything.

  $ mkdir -p .config/weir/formats
  $ cat >.config/weir/formats/jobs.json <<'EOF'
  > {
  >   "name": "jobs",
  >   "patterns": [{"regex": "(?<job>[a-z]++)/(?<code>\\d++"}]
  > }
  > EOF
  $ echo '{"a":1}' | weir-parse 2>err; sed 's,/.*/jobs,…/jobs,' err
  {"a":1}
  weir-parse: …/jobs.json:3:56: warning: missing closing parenthesis; left out
      "patterns": [{"regex": "(?<job>[a-z]++)/(?<code>\\d++"}]
                                                           ^

A directory that was named with --formats is another matter.

  $ echo '{"a":1}' | weir-parse --formats .config/weir/formats
  weir-parse: .config/weir/formats/jobs.json:3:56: error: missing closing parenthesis
      "patterns": [{"regex": "(?<job>[a-z]++)/(?<code>\\d++"}]
                                                           ^
  [78]
  $ weir-parse --formats missing </dev/null
  weir-parse: missing: error: No such file or directory
  [78]

Names that nobody knows come with the one that was probably meant.

  $ mkdir d; broken() { cat >d/x.json; weir-parse --formats d </dev/null 2>&1 | sed 's/^weir-parse: d.//'; }
  $ broken <<'EOF'
  > {"name": "x", "kind": "json",
  >  "levels": {"map": {"W": "warn"}}}
  > EOF
  x.json:2:2: error: "levels" is not a member of a format; did you mean "level"?
     "levels": {"map": {"W": "warn"}}}
     ^
  $ broken <<'EOF'
  > {"name": "x", "patterns": [{"regex": "(?<status>.*)"}],
  >  "fields": {"satus": {"type": "integer"}}}
  > EOF
  x.json:2:13: error: no pattern captures "satus"; did you mean "status"?
     "fields": {"satus": {"type": "integer"}}}
                ^
  $ broken <<'EOF'
  > {"name": "x", "patterns": [{"regex": "\d+"}]}
  > EOF
  x.json:1:39: error: not an escape JSON knows; an expression's own backslash is written twice, \\d for \d
    {"name": "x", "patterns": [{"regex": "\d+"}]}
                                          ^
