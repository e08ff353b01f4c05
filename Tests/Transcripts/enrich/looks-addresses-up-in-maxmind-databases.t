`--geoip` adds what a MaxMind database knows of the address in `client`: what it does not know is not there.

  $ cat >records <<'END'
  > {"client":"192.0.2.7","path":"/a"}
  > {"client":"198.51.100.200"}
  > {"client":"2001:db8::1"}
  > {"client":"203.0.113.1"}
  > {"client":"localhost"}
  > {"path":"/b"}
  > END
  $ weir-enrich --geoip $FIXTURES/geoip.mmdb <records
  {"client":"192.0.2.7","path":"/a","country":"NZ","country_name":"New Zealand","continent":"OC","region":"WGN","region_name":"Wellington","city":"Lower \"Hutt\"","postal_code":"5010","latitude":-41.21,"longitude":174.9,"time_zone":"Pacific/Auckland","asn":64496,"as_org":"Example Net"}
  {"client":"198.51.100.200","country":"ES"}
  {"client":"2001:db8::1","country":"IS","asn":4294967295}
  {"client":"203.0.113.1"}
  {"client":"localhost"}
  {"path":"/b"}

Another field is named behind a colon, and stands before the names of what is added.

  $ echo '{"peer":"198.51.100.200"}' | weir-enrich --geoip $FIXTURES/geoip.mmdb:peer
  {"peer":"198.51.100.200","peer_country":"ES"}

It is a step among the others, in the order of the command line.

  $ weir-enrich --geoip $FIXTURES/geoip.mmdb --set 'home = country == "NZ"' --keep client,home --input records
  {"client":"192.0.2.7","home":true}
  {"client":"198.51.100.200","home":false}
  {"client":"2001:db8::1","home":false}
  {"client":"203.0.113.1","home":false}
  {"client":"localhost","home":false}
  {"home":false}

What is no database, or a damaged one, is an error that says so.

  $ weir-enrich --geoip records --input records
  weir-enrich: error: --geoip records: is no MaxMind database, or a damaged one: The MaxMind DB file contains invalid metadata
  [66]
  $ head -c 1000 $FIXTURES/geoip.mmdb >cut.mmdb; weir-enrich --geoip cut.mmdb --input records
  weir-enrich: error: --geoip cut.mmdb: is no MaxMind database, or a damaged one: The MaxMind DB file contains invalid metadata
  [66]
  $ weir-enrich --geoip nowhere.mmdb --input records
  weir-enrich: error: --geoip nowhere.mmdb: No such file or directory
  [66]

A database that changes is read again; one that is damaged then does not take the place of the good one.

  $ cp $FIXTURES/geoip.mmdb a.mmdb; mkfifo in
  $ weir-enrich --geoip a.mmdb <in >out 2>err & exec 3>in
  $ echo '{"client":"192.0.2.7"}' >&3; until grep -qs NZ out; do sleep 0.1; done
  $ head -c 1000 $FIXTURES/geoip.mmdb >a.mmdb; until grep -qs stays err; do sleep 0.1; done
  $ echo '{"client":"2001:db8::1"}' >&3; until grep -qs IS out; do sleep 0.1; done
  $ sed 's/NZ/NX/' $FIXTURES/geoip.mmdb >b.mmdb; mv b.mmdb a.mmdb; until grep -qs 'again' err; do sleep 0.1; done
  $ echo '{"client":"192.0.2.7"}' >&3; exec 3>&-; wait
  $ cut -d, -f1,2 out; cat err
  {"client":"192.0.2.7","country":"NZ"
  {"client":"2001:db8::1","country":"IS"
  {"client":"192.0.2.7","country":"NX"
  weir-enrich: warning: --geoip a.mmdb: is no MaxMind database, or a damaged one: The MaxMind DB file contains invalid metadata; the one before stays in use
  weir-enrich: --geoip a.mmdb: has changed and was read again
