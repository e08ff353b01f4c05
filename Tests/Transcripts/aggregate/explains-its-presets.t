A preset is a word for columns that belong together. `--explain` shows which, in words that can be given themselves.

  $ weir-aggregate --explain red 'sum(bytes)'
  $ weir-aggregate --explain | grep -v '^ '
  $ weir-aggregate --explain rde

The fields are those that all formats have; what a log does not have is null.

  $ cat >records <<EOF
  > {"time":"2026-11-24T10:00:10Z","client":"10.0.0.1","status":200,"bytes":100,"duration":0.25}
  > {"time":"2026-11-24T10:00:20Z","client":"10.0.0.2","status":503,"bytes":50,"duration":0.5}
  > EOF
  $ weir-aggregate golden --input records
  $ weir-aggregate use --input records
  $ weir-aggregate traffic --input records
  $ weir-aggregate http --input records
