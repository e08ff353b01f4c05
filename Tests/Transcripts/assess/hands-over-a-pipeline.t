`--pipeline` prints a script that watches such logs, with thresholds from this one. It runs as it stands.

  $ weir-assess --pipeline "$FIXTURES/sshd-bruteforce.log" >watch.sh; echo $?
  0
  $ sh -n watch.sh && sh watch.sh "$FIXTURES/sshd-bruteforce.log" | head -n 1 | jq -c 'keys'
  ["_by","attempt_count","count","error_ratio","errors","time","window"]
  $ grep -c '^weir-alert' watch.sh
  1

Of what was not understood there is none.

  $ printf 'lorem\nipsum\n' | weir-assess --pipeline
  #!/bin/sh
  # There is no pipeline for standard input: not understood: 0 % of the lines are in a format that weir knows or can infer; no signal is claimed.
