What `--template` has learned is saved at each mark: a run that goes on knows the templates of the one before.

  $ export WEIR_STATE=$PWD/state
  $ run() { weir-tail --once log | weir-parse --pattern '(?<message>.*)' | weir-enrich --template --drop _file,_offset,params | weir-commit out; }
  $ echo 'took 12 ms' >log; run
  $ echo 'took 15 ms' >>log; echo 'gave up' >>log; run
  $ cat out
  {"message":"took 12 ms","template_id":"d5ccff647c0bf876","template":"took <*> ms","template_new":true}
  {"message":"took 15 ms","template_id":"d5ccff647c0bf876","template":"took <*> ms"}
  {"message":"gave up","template_id":"7c6bba2d203fc371","template":"gave up","template_new":true}
