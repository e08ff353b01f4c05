Container runtimes cut long lines at 16 KiB. Kubernetes marks each part but the last with P; the parts are put together as
they are, those of stdout and stderr apart.

  $ cat >pod.log <<'EOF'
  > 2026-11-24T03:18:16.1Z stdout F one
  > 2026-11-24T03:18:16.2Z stdout P two-a,
  > 2026-11-24T03:18:16.3Z stderr P err-a,
  > 2026-11-24T03:18:16.4Z stdout P two-b,
  > 2026-11-24T03:18:16.5Z stderr F err-b
  > 2026-11-24T03:18:16.6Z stdout F two-c
  > EOF
  $ weir-parse --ledger run.ledger pod.log
  {"time":"2026-11-24T03:18:16.1Z","stream":"stdout","tag":"F","message":"one"}
  {"time":"2026-11-24T03:18:16.3Z","stream":"stderr","tag":"F","message":"err-a,err-b"}
  {"time":"2026-11-24T03:18:16.2Z","stream":"stdout","tag":"F","message":"two-a,two-b,two-c"}

Each part is accounted for.

  $ weir ledger run.ledger
  stage       in  passed  absorbed  dropped  created  out
  weir-parse   6       3         3        0        0    3
  adds up

What tells the parts need not be among the fields that are wanted.

  $ weir-parse --only message pod.log
  {"message":"one"}
  {"message":"err-a,err-b"}
  {"message":"two-a,two-b,two-c"}

Docker cuts, too, and only the last part ends with a newline, which is not the message's.

  $ cat >docker.log <<'EOF'
  > {"log":"a backslash and an n: \\n\n","stream":"stdout","time":"2019-01-01T11:11:11.1Z"}
  > {"log":"two-a,\\n","stream":"stdout","time":"2019-01-01T11:11:11.2Z"}
  > {"log":"err\n","stream":"stderr","time":"2019-01-01T11:11:11.3Z"}
  > {"log":"two-b\n","stream":"stdout","time":"2019-01-01T11:11:11.4Z"}
  > EOF
  $ weir-parse docker.log
  {"message":"a backslash and an n: \\n","stream":"stdout","time":"2019-01-01T11:11:11.1Z"}
  {"message":"err","stream":"stderr","time":"2019-01-01T11:11:11.3Z"}
  {"message":"two-a,\\ntwo-b","stream":"stdout","time":"2019-01-01T11:11:11.2Z"}

Files are told apart, and the place is that of the first part.

  $ for pod in a b; do printf '%s\n' "2026-11-24T03:18:16.2Z stdout P $pod-1 " "2026-11-24T03:18:16.3Z stdout F $pod-2" >$pod.log; done
  $ weir-tail --once a.log b.log | weir-parse --only message
  {"message":"a-1 a-2","_file":"a.log","_offset":0}
  {"message":"b-1 b-2","_file":"b.log","_offset":0}

When the input ends before the last part, what is there leaves.

  $ head -4 pod.log | weir-parse
  {"time":"2026-11-24T03:18:16.1Z","stream":"stdout","tag":"F","message":"one"}
  {"time":"2026-11-24T03:18:16.2Z","stream":"stdout","tag":"P","message":"two-a,two-b,"}
  {"time":"2026-11-24T03:18:16.3Z","stream":"stderr","tag":"P","message":"err-a,"}

So it does when the parts become longer than a line may be: nothing is lost.

  $ weir-parse --format cri --max-line 40 pod.log
  {"time":"2026-11-24T03:18:16.1Z","stream":"stdout","tag":"F","message":"one"}
  {"time":"2026-11-24T03:18:16.2Z","stream":"stdout","tag":"P","message":"two-a,"}
  {"time":"2026-11-24T03:18:16.3Z","stream":"stderr","tag":"P","message":"err-a,"}
  {"time":"2026-11-24T03:18:16.5Z","stream":"stderr","tag":"F","message":"err-b"}
  {"time":"2026-11-24T03:18:16.4Z","stream":"stdout","tag":"P","message":"two-b,"}
  {"time":"2026-11-24T03:18:16.6Z","stream":"stdout","tag":"F","message":"two-c"}
