Caddy and MongoDB put objects into their lines. What has a standard name there becomes a field of the record.

  $ echo '{"t":{"$date":"2020-05-01T15:16:17.180+00:00"},"s":"W", "c":"NETWORK", "id":12345, "ctx":"listener", "msg":"Listening on","attr":{"durationMillis":12}}' | weir-parse
  {"time":"2020-05-01T15:16:17.180Z","level":"warn","component":"NETWORK","id":12345,"thread":"listener","message":"Listening on","duration":0.012}
  $ echo '{"level":"info","ts":1795501750.5,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"192.0.2.7","method":"GET","host":"a.example","uri":"/path?q=1","headers":{"User-Agent":["curl\/8"]}},"duration":0.25,"size":5,"status":200,"resp_headers":{}}' | weir-parse --only time,client,method,path,query,agent,duration
  {"time":"2026-11-24T06:29:10.5Z","duration":0.25,"client":"192.0.2.7","method":"GET","path":"/path","agent":"curl\/8","query":"q=1"}
