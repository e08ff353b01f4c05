`--hosts` adds the name of an address by hosts(5), `--services` what listens at a port by services(5).

  $ printf '%s\n' '# ours' '10.1.2.3 web-1 web' '2001:db8::7	db-1 # the database' '10.1.2.3 other' 'fe80::1%lo0 local' >hosts
  $ printf '{"client":"%s"}\n' 10.1.2.3 2001:db8:0::7 10.9.9.9 x | weir-enrich --hosts client --hosts-file hosts
  {"client":"10.1.2.3","client_name":"web-1"}
  {"client":"2001:db8:0::7","client_name":"db-1"}
  {"client":"10.9.9.9"}
  {"client":"x"}
  $ printf '%s\n' 'domain 53/udp' 'ssh 22/tcp' 'domain 53/tcp dns' 'syslog 514/udp' 'shell 514/tcp cmd' 'bad' >services
  $ printf '{"port":%s}\n' 22 53 514 '"514"' 9999 | weir-enrich --services port --services-file services
  {"port":22,"port_name":"ssh"}
  {"port":53,"port_name":"domain"}
  {"port":514,"port_name":"shell"}
  {"port":"514","port_name":"shell"}
  {"port":9999}
  $ weir-enrich --hosts client --hosts-file nowhere </dev/null
  weir-enrich: error: --hosts nowhere: No such file or directory
  [66]
  $ weir-enrich --services port --services-file nowhere </dev/null
  weir-enrich: error: --services nowhere: No such file or directory
  [66]

`--dns` asks over the network, of each address once. A name that is there already is not asked for; a server that does not answer
costs the name, and is not asked again for a while.

  $ printf '{"client":"%s"}\n' 10.1.2.3 192.0.2.1 192.0.2.2 192.0.2.3 192.0.2.4 >records
  $ weir-enrich --hosts client --hosts-file hosts --dns client --dns-server 127.0.0.1:9 --dns-timeout 50ms <records
  weir-enrich: warning: --dns: no server has answered for 4 records, which have no name
  {"client":"10.1.2.3","client_name":"web-1"}
  {"client":"192.0.2.1"}
  {"client":"192.0.2.2"}
  {"client":"192.0.2.3"}
  {"client":"192.0.2.4"}
  $ weir-enrich --dns-server 127.0.0.1 <records
  weir-enrich: error: --dns-server is for --dns; give that, too
  [64]
  $ weir-enrich --dns client --dns-server example.org <records
  weir-enrich: error: --dns-server: 'example.org' is no address, nor an address with a port
  [64]

A database is no table: its own tool makes one.

  $ weir-enrich --lookup owners.db --on service=service </dev/null
  weir-enrich: error: --lookup owners.db: weir-enrich reads no databases; make a table of it first: sqlite3 -csv -header owners.db 'SELECT ...' >owners.csv
  [64]
