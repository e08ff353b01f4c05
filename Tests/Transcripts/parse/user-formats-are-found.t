A format of one's own is a JSON file in ~/.config/weir/formats, and takes part in detection at once.

  $ mkdir -p .config/weir/formats more
  $ cat >.config/weir/formats/jobs.json <<'EOF'
  > {
  >   "name": "jobs", "title": "Jobs of ours",
  >   "patterns": [{"regex": "(?<job>[a-z]++)/(?<code>[0-9]++)"}],
  >   "fields": {"code": {"type": "integer"}}
  > }
  > EOF
  $ echo copy/0 | weir-parse
  {"job":"copy","code":0}
  $ weir formats | grep jobs
  jobs             Jobs of ours  (*/.config/weir/formats/jobs.json) (glob)

`XDG_CONFIG_HOME` says where configuration is, if that is not ~/.config.

  $ echo copy/0 | XDG_CONFIG_HOME=/nowhere weir-parse --format jobs
  weir-parse: error: --format: there is no format 'jobs'; 'weir formats' lists them
  [64]

Directories of `--formats` come first, in their order, and a name counts once. A format with the name of a built-in one
takes its place.

  $ sed 's/<code>/<status>/; s/"code"/"status"/' .config/weir/formats/jobs.json >more/jobs.json
  $ echo '{"name":"json","kind":"json","rename":{"wat":"message"}}' >more/json.json
  $ echo copy/0 | weir-parse --formats more --format jobs
  {"job":"copy","status":0}
  $ echo '{"wat":"x"}' | weir-parse --formats more --format json
  {"message":"x"}
  $ echo '{"wat":"x"}' | weir-parse --format json
  {"wat":"x"}
  $ mkdir none; echo copy/0 | weir-parse --formats none --formats more --formats .config/weir/formats
  {"job":"copy","status":0}
  $ weir formats --formats more jobs
  jobs  Jobs of ours  (more/jobs.json)
