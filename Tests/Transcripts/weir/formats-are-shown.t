`weir formats show` tells what a format is: its fields, and a line with the record that comes of it.

  $ mkdir -p .config/weir/formats
  $ cat >.config/weir/formats/backup.json <<'EOF'
  > {
  >   "name": "backup",
  >   "aliases": ["nightly"],
  >   "title": "Nightly backup",
  >   "description": "What the backup job on each database host writes, one line for each table that it has copied.",
  >   "patterns": [{"regex": "(?<time>[^ ]++) (?<host>[^ :]++): (?<message>.*+)"}],
  >   "fields": {
  >     "time": {"description": "When the table was done"},
  >     "host": {"description": "The database host"}
  >   },
  >   "time": {"field": "time", "layouts": ["rfc3339"]},
  >   "samples": [
  >     {
  >       "line": "2026-11-20T02:00:07+01:00 db1: orders",
  >       "record": {"time": "2026-11-20T01:00:07Z", "host": "db1", "message": "orders"}
  >     }
  >   ]
  > }
  > EOF
  $ weir formats show nightly
  backup: Nightly backup
  
  What the backup job on each database host writes, one line for each table that
  it has copied.
  
    also called  nightly
    kind         pattern
    time         from time, as rfc3339
    from         */.config/weir/formats/backup.json (glob)
  
  FIELD  TYPE    DESCRIPTION
  time   string  When the table was done
  host   string  The database host
  
  A line:
    2026-11-20T02:00:07+01:00 db1: orders
  and its record:
    time     "2026-11-20T01:00:07Z"
    host     "db1"
    message  "orders"

The keys that a JSON or logfmt format takes for standard names are listed too.

  $ weir formats show json | grep -A 1 'get standard names'
  These keys of the log get standard names:
    time * (glob)

`--json` prints the format file itself, byte for byte: a start for one of your own.

  $ weir formats show --json nightly | cmp - .config/weir/formats/backup.json
  $ weir formats show --json json | jq -r .name
  json
  $ weir formats show backpu
  weir formats: error: there is no format 'backpu'; did you mean 'backup'?
  [64]
