`p50` to `p99.9` are quantiles, within one percent of the true value.

  $ seq 1 1000 | sed 's/.*/{"duration":&}/' >records
  $ weir-aggregate 'p50(duration)' 'p95(duration)' 'p99(duration)' 'p99.9(duration)' --input records >out
  $ jq -c '[(.duration_p50 - 500) / 500, (.duration_p95 - 950) / 950, (.duration_p99 - 990) / 990] | map(fabs < 0.01)' out
  [true,true,true]
  $ jq -c 'keys' out
  ["_by","duration_p50","duration_p95","duration_p99","duration_p99_9"]

The ends are exact, as `min` and `max` are, and one value is all of its quantiles.

  $ weir-aggregate 'p0(duration)' 'p100(duration)' 'min(duration)' 'max(duration)' --input records
  {"duration_p0":1,"duration_p100":1000,"duration_min":1,"duration_max":1000,"_by":[]}
  $ echo '{"duration":0.25}' | weir-aggregate 'p1(duration)' 'p99(duration)'
  {"duration_p1":0.25,"duration_p99":0.25,"_by":[]}

In another order they are the same to the last digit.

  $ weir-aggregate 'p50(duration)' 'p99(duration)' --input records >one; sort -r records | weir-aggregate 'p50(duration)' 'p99(duration)' | cmp - one

More than all there are is not a quantile.

  $ weir-aggregate 'p101(duration)' --input records
  weir-aggregate: error: unknown function or preset 'p101'; there are count, rate, sum, mean, min, max, range, stddev, variance, median, p50, p95, p99, quantile, distinct, first, last, any, top, values, histogram, ratio, apdex, delta, increase, red, golden, use, traffic, http
    p101(duration)
    ^^^^
  [64]

The smallest and the largest value are exact, to the last digit.

  $ printf '{"x":1234567}\n{"x":12345678}\n' | weir-aggregate 'p0(x)' 'p50(x)' 'p100(x)'
  {"x_p0":1234567,"x_p50":1234600,"x_p100":12345678,"_by":[]}
