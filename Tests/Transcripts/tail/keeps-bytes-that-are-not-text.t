An envelope is JSON, and JSON is UTF-8. Bytes that are not show as U+FFFD in `_raw`, and `_raw64` has the exact line.

  $ printf 'caf\351 \300\257\n' >latin1.log
  $ weir-tail latin1.log
  {"_raw":"caf� ��","_raw64":"Y2Fm6SDArw==","_file":"latin1.log","_offset":0}
  $ weir-tail latin1.log | jq -r ._raw64 | base64 -d | od -An -c
     c   a   f 351     300 257

NUL bytes and the CR of a CRLF are text, if odd text; they are escaped.

  $ printf 'a\000b\r\n' >odd.log
  $ weir-tail odd.log
  {"_raw":"a\u0000b\r","_file":"odd.log","_offset":0}
