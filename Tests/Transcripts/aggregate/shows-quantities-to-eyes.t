In a table durations and sizes have units; in a pipe they are seconds and bytes.

  $ cat >records <<EOF
  > {"path":"/","duration":0.00025,"bytes":0}
  > {"path":"/cart","duration":0.0125,"bytes":1536}
  > {"path":"/pay","duration":1.5,"bytes":2000000}
  > {"path":"/report","duration":95,"bytes":3e9}
  > EOF
  $ weir-aggregate --by path --output table 'max(duration)' 'sum(bytes)' 'max(duration * 1000) as ms' --input records
  path     duration_max  bytes_sum     ms
  /               250µs         0B   0.25
  /cart          12.5ms     1.5KiB   12.5
  /pay             1.5s    1.91MiB   1500
  /report         1m35s    2.79GiB  95000
  $ weir-aggregate 'max(duration)' 'sum(bytes)' --input records
  {"duration_max":95,"bytes_sum":3002001536,"_by":[]}
