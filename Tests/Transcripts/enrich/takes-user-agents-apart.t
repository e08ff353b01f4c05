`--agent` takes user agents apart with the patterns of uap-core: here a few of one's own; without `--agent-regexes` those of Debian's
package.

  $ cat >regexes.yaml <<'END'
  > user_agent_parsers:
  >   - regex: '(Googlebot)/(\d+)\.(\d+)'
  >   - regex: '(Firefox)/(\d+)\.(\d+)(?:\.(\d+)|)'
  >   - regex: 'CriOS/(\d+)'
  >     family_replacement: 'Chrome Mobile'
  > os_parsers:
  >   - regex: 'Windows NT 10\.0'
  >     os_replacement: 'Windows'
  >     os_v1_replacement: '10'
  >   - regex: '(Linux)'
  > device_parsers:
  >   - regex: '(?:bot|spider)'
  >     regex_flag: 'i'
  >     device_replacement: 'Spider'
  >     brand_replacement: 'Spider'
  >   - regex: 'Android [\d.]+; (Pixel) (\d)'
  >     device_replacement: '$1 $2'
  >     brand_replacement: 'Google'
  >     model_replacement: '$1 $2'
  > END
  $ cat >records <<'END'
  > {"agent":"Mozilla/5.0 (Windows NT 10.0; rv:120.0) Gecko/20100101 Firefox/120.0","status":200}
  > {"agent":"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}
  > {"agent":"Mozilla/5.0 (Linux; Android 14; Pixel 8) CriOS/120"}
  > {"agent":"curl"}
  > {"agent":"-"}
  > {"status":200}
  > END
  $ weir-enrich --agent --agent-regexes regexes.yaml --input records
  {"agent":"Mozilla/5.0 (Windows NT 10.0; rv:120.0) Gecko/20100101 Firefox/120.0","status":200,"browser":"Firefox","browser_version":"120.0","os":"Windows","os_version":"10","bot":false}
  {"agent":"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)","browser":"Googlebot","browser_version":"2.1","device":"Spider","device_brand":"Spider","bot":true}
  {"agent":"Mozilla/5.0 (Linux; Android 14; Pixel 8) CriOS/120","browser":"Chrome Mobile","os":"Linux","device":"Pixel 8","device_brand":"Google","device_model":"Pixel 8","bot":false}
  {"agent":"curl","bot":false}
  {"agent":"-"}
  {"status":200}

What is wrong with the patterns is said with its place.

  $ weir-enrich --agent --agent-regexes nowhere.yaml <records
  weir-enrich: error: --agent: nowhere.yaml: No such file or directory
  [66]
  $ sed 's/(Linux)/(Linux/' regexes.yaml >bad.yaml; weir-enrich --agent --agent-regexes bad.yaml <records
  weir-enrich: bad.yaml:10:12: error: the regex: missing closing parenthesis at byte 6
  [78]
  $ echo 'a: 1' >other.yaml; weir-enrich --agent --agent-regexes other.yaml <records
  weir-enrich: other.yaml:1:1: error: 'user_agent_parsers' is missing
  [78]
  $ weir-enrich --agent-regexes regexes.yaml <records
  weir-enrich: error: --agent-regexes is for --agent; give that, too
  [64]
