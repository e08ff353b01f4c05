Caddy and Traefik write what they do and what was asked of them to one stream. The format that says more is tried first, for each
line, however few lines are of it; plain JSON takes the others.

  $ cat >caddy.log <<'LOG'
  > {"level":"info","ts":1646861401.5,"msg":"serving initial configuration"}
  > {"level":"info","ts":1646861402.5,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"41342","proto":"HTTP/2.0","method":"GET","host":"localhost","uri":"/a?b=1","headers":{"User-Agent":["curl/7.82.0"]}},"bytes_read":0,"user_id":"","duration":0.0009,"size":10900,"status":200,"resp_headers":{}}
  > {"level":"info","ts":1646861403.5,"msg":"shutting down"}
  > LOG
  $ weir-parse --explain --only message,client,path,status caddy.log
  weir-parse: caddy.log:1: 'caddy' is tried first: it matches 1 of 3 lines and says more than 'json', which matches 3 and takes the others
     lines  share  score  format
         1   33 %     40  caddy, tried first
         3  100 %      0  json
    * formats match none of them (glob)
  {"message":"serving initial configuration"}
  {"message":"handled request","status":200,"client":"127.0.0.1","path":"/a"}
  {"message":"shutting down"}
