NUL, 0xFF, overlong UTF-8 and CRLF in a line: the stream is valid JSON, and the raw bytes can be recovered.

  $ printf 'a\0b\n\377\376\n\300\257 over\303\251\r\n' >odd.log
  $ weir-parse --pattern '^(?<message>.*)$' odd.log >out; cat out
  {"message":"a\u0000b"}
  {"message":"��","_raw64":"//4="}
  {"message":"�� overé","_raw64":"wK8gb3ZlcsOp"}
  $ jq -rj '._raw64 // empty' out | base64 -d | od -An -c
   377 376 300 257       o   v   e   r 303 251
  $ weir-tail --once odd.log | weir-parse --pattern '^(?<message>.*)$' --only message
  {"message":"a\u0000b","_file":"odd.log","_offset":0}
  {"message":"��","_raw64":"//4=","_file":"odd.log","_offset":4}
  {"message":"�� overé","_raw64":"wK8gb3ZlcsOp","_file":"odd.log","_offset":7}

Over weir-tail as well, and as rejects.

  $ weir-tail --once odd.log | weir-parse --pattern '^nothing(?<x>)' --rejects rejects 2>err
  $ jq -c '[._raw, ._raw64, ._offset]' rejects
  ["a\u0000b",null,0]
  ["��","//4=",4]
  ["�� overé","wK8gb3ZlcsOp",7]
