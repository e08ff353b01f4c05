What numbers are like, beyond sum and mean. `stddev` and `variance` take the values for a sample.

  $ seq 1 8 | sed 's/.*/{"time":"2026-11-24T10:00:0&Z","bytes":&,"user":"u&","total":&0}/' >records
  $ weir-aggregate 'range(bytes)' 'stddev(bytes)' 'variance(bytes)' 'median(bytes)' 'quantile(bytes, 0.25)' --input records
  {"bytes_range":7,"bytes_stddev":2.449489742783178,"bytes_variance":6,"bytes_median":3.9783,"bytes_p25":1.9892,"_by":[]}

How many records have a value, or something that is true; how many different values there are.

  $ weir-aggregate 'count(user)' 'count(bytes > 5) as large' 'distinct(user)' 'distinct(bytes % 3) as rests' --input records
  {"user_count":8,"large":3,"user_distinct":8,"rests":3,"_by":[]}

The first and the last by the time of the event, whatever the order of the lines; any of them; and a few to look at.

  $ sort -r records | weir-aggregate 'first(user)' 'last(user)' 'any(user)' 'values(user, 3)'
  {"user_first":"u1","user_last":"u8","user_any":"u3","user_values":["u3","u4","u7"],"_by":[]}
  $ sort records | weir-aggregate 'any(user)' 'values(user, 3)'
  {"user_any":"u3","user_values":["u3","u4","u7"],"_by":[]}

The most frequent values, most frequent first.

  $ weir-aggregate 'top(2, bytes % 3) as rests' --input records
  {"rests":[{"value":1,"count":3},{"value":2,"count":3}],"_by":[]}

A histogram over bounds of one's own, or over OpenTelemetry's exponential buckets.

  $ weir-aggregate 'histogram(bytes, 2, 4.5) as sizes' --input records
  {"sizes":{"bounds":[2,4.5],"counts":[2,2,4],"sum":36},"_by":[]}
  $ weir-aggregate 'histogram(bytes)' --input records | jq -c '.bytes_histogram | [.scale, .zero_count, .positive.offset, (.positive.bucket_counts | add)]'
  [6,0,-1,8]

Who waits up to the target counts whole, who waits up to four times as long counts half.

  $ weir-aggregate 'apdex(bytes, 2)' --input records
  {"bytes_apdex":0.625,"_by":[]}

Of a counter in the log, how far it came, and how far it counted: after a fall it began again at 0.

  $ weir-aggregate 'delta(total)' 'increase(total)' --input records
  {"total_delta":70,"total_increase":70,"_by":[]}
  $ { cat records; echo '{"time":"2026-11-24T10:00:09Z","total":5}'; } | weir-aggregate 'delta(total)' 'increase(total)'
  {"total_delta":-5,"total_increase":75,"_by":[]}

Each takes any expression. What it is written like is said.

  $ weir-aggregate 'quantile(bytes, 2)'
  weir-aggregate: error: 'quantile(bytes, 2)': it is written quantile(EXPR, Q), with Q from 0 to 1
  [64]
  $ weir-aggregate 'top(bytes, 3)'
  weir-aggregate: error: 'top(bytes, 3)': it is written top(K, EXPR), with K from 1 to 1000
  [64]
  $ weir-aggregate 'histogram(bytes, 3, 2) as sizes'
  weir-aggregate: error: 'histogram(bytes, 3, 2) as sizes': it is written histogram(EXPR), or histogram(EXPR, BOUND, ...) with rising bounds
  [64]
  $ weir-aggregate 'apdex(bytes)'
  weir-aggregate: error: 'apdex(bytes)': it is written apdex(EXPR, T), with T above 0
  [64]
  $ weir-aggregate 'values(bytes, "a")'
  weir-aggregate: error: 'values(bytes, "a")': it is written values(EXPR, K), with K from 1 to 1000
  [64]
