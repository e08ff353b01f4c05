In a log of one record in ten, `--weight` names the field that says how many each one stands for.

  $ cat >records <<EOF
  > {"bytes":1,"sampled":10}
  > {"bytes":5,"sampled":30}
  > {"bytes":9}
  > EOF
  $ weir-aggregate --weight sampled count 'sum(bytes)' 'mean(bytes)' 'p50(bytes)' 'max(bytes)' --input records
  {"count":41,"bytes_sum":169,"bytes_mean":4.121951219512195,"bytes_p50":4.9943,"bytes_max":9,"_by":[]}
  $ echo '{"bytes":1,"sampled":0.5}' | weir-aggregate --weight sampled count
  weir-aggregate: stdin:1: warning: the weight is no whole number from 1 on
  {"count":0,"_by":[]}
  weir-aggregate: warning: 1 of 1 lines not understood (bad-type 1); --rejects FILE keeps them
