In a table durations and sizes have units; in a pipe they are seconds and bytes.

  $ cat >records <<EOF
  > {"path":"/","duration":0.00025,"bytes":0}
  > {"path":"/cart","duration":0.0125,"bytes":1536}
  > {"path":"/pay","duration":1.5,"bytes":2000000}
  > {"path":"/report","duration":95,"bytes":3e9}
  > EOF
  $ weir-aggregate --by path --output table 'max(duration)' 'sum(bytes)' 'max(duration * 1000) as ms' --input records
  $ weir-aggregate 'max(duration)' 'sum(bytes)' --input records
