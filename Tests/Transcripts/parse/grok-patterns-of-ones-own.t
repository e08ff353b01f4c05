`--grok-patterns` reads more names from a file, which may use the others and each other.

  $ cat >jobs.grok <<'END'
  > # how our jobs are called
  > JOB %{WORD}-%{POSINT}
  > DONE %{JOB:job} exit=%{INT:code:int}
  > END
  $ echo 'nightly-12 exit=0' | weir-parse --grok-patterns jobs.grok --grok '^%{DONE}$'
  {"job":"nightly-12","code":0}

A name that was known gets the new meaning.

  $ echo 'WORD [a-z]+' >words.grok
  $ echo 'abcDEF' | weir-parse --grok-patterns jobs.grok --grok-patterns words.grok --grok '%{WORD:w}'
  {"w":"abc"}

What is wrong in a file is shown with its line.

  $ printf '\nJOB\n' >bad.grok
  $ weir-parse --grok-patterns bad.grok --grok '%{JOB:job}' app.log
  weir-parse: error: --grok-patterns: bad.grok:2: 'JOB' has no regular expression behind it
    JOB
       ^
  [64]
  $ printf 'JOB (%%{WORD}\n' >open.grok
  $ weir-parse --grok-patterns open.grok --grok 'job %{JOB:job} done' app.log
  weir-parse: error: --grok: open.grok:1: missing closing parenthesis
    (%{WORD}
            ^
  [64]
  $ printf 'A %%{B}\nB x%%{A}\n' >circle.grok
  $ weir-parse --grok-patterns circle.grok --grok '%{A:a}' app.log
  weir-parse: error: --grok: circle.grok:2: 'A' would contain itself: A → B → A
    x%{A}
       ^
  [64]
  $ weir-parse --grok-patterns missing.grok --grok '%{WORD:w}' app.log
  weir-parse: error: missing.grok: No such file or directory
  [66]
