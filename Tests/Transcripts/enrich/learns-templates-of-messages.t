`--template` learns what is constant in messages (Drain), and tells it from what varies. The identity is a hash of the template; it
changes when a template turns out to be more general.

  $ cat >records <<'END'
  > {"message":"Accepted password for root from 192.0.2.1 port 4242 ssh2"}
  > {"message":"Accepted password for eve from 192.0.2.9 port 17 ssh2"}
  > {"message":"Accepted password for bob from 192.0.2.4 port 22 ssh2","pid":7}
  > {"message":"disk \"sda1\" is full: 99%"}
  > {"message":17}
  > {"other":"field"}
  > END
  $ weir-enrich --template --input records
  {"message":"Accepted password for root from 192.0.2.1 port 4242 ssh2","template_id":"d677ce037e7dc013","template":"Accepted password for root from <*> port <*> ssh2","params":["192.0.2.1","4242"],"template_new":true}
  {"message":"Accepted password for eve from 192.0.2.9 port 17 ssh2","template_id":"8ed41d7abd51e6e7","template":"Accepted password for <*> from <*> port <*> ssh2","params":["eve","192.0.2.9","17"]}
  {"message":"Accepted password for bob from 192.0.2.4 port 22 ssh2","pid":7,"template_id":"8ed41d7abd51e6e7","template":"Accepted password for <*> from <*> port <*> ssh2","params":["bob","192.0.2.4","22"]}
  {"message":"disk \"sda1\" is full: 99%","template_id":"c4a316f7969c21eb","template":"disk \"sda1\" is full: <*>%","params":["99"],"template_new":true}
  {"message":17}
  {"other":"field"}

With `--template-state` it goes on where it left off: templates that are known are not new.

  $ weir-enrich --template --template-state known --input records >first
  $ weir-enrich --template --template-state known --keep template_id,template_new <records
  {"template_id":"8ed41d7abd51e6e7"}
  {"template_id":"8ed41d7abd51e6e7"}
  {"template_id":"8ed41d7abd51e6e7"}
  {"template_id":"c4a316f7969c21eb"}
  {}
  {}

`--templates` shows what is known, with counts; without a state, the templates of the records.

  $ weir-enrich --templates --template-state known
  {"template_id":"8ed41d7abd51e6e7","count":6,"template":"Accepted password for <*> from <*> port <*> ssh2"}
  {"template_id":"c4a316f7969c21eb","count":2,"template":"disk \"sda1\" is full: <*>%"}
  $ weir-enrich --templates --output tsv <records
  template_id	count	template
  8ed41d7abd51e6e7	3	Accepted password for <*> from <*> port <*> ssh2
  c4a316f7969c21eb	1	disk "sda1" is full: <*>%

A state that is damaged, or something else, is refused.

  $ head -c 100 known >cut; weir-enrich --template --template-state cut <records
  weir-enrich: error: --template-state cut: is damaged, or no file of weir's; move it away to begin anew
  [78]
  $ weir-enrich --templates --template-state records
  weir-enrich: error: --template-state records: is damaged, or no file of weir's; move it away to begin anew
  [78]
  $ weir-enrich --templates --template-state nowhere
  weir-enrich: error: --template-state nowhere: is not there yet; --template makes it
  [66]
  $ weir-enrich --template-state known <records
  weir-enrich: error: --template-state keeps what --template learns; give that, or --templates to see it
  [64]
  $ weir-enrich --template --templates <records
  weir-enrich: error: --template works on records, --templates shows the catalogue; give one
  [64]
