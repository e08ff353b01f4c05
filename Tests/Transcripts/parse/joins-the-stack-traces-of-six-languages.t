Formats whose logs carry stack traces join them to the line that they belong to, without a flag. What is shown of each event: its
level, how many lines it has, and the last.

  $ show() { weir-parse "$@" | jq -c '(.message | split("\n")) as $lines | [.level, ($lines | length), $lines[-1]]'; }

Java's, with a cause and what was suppressed in closing (OpenJDK 17, run with `java Junk.java`):

  $ cat >java.log <<'EOF'
  > 2026-11-24 10:00:00,000 [main] ERROR shop.Orders - order 7
  > java.lang.RuntimeException: order 7 failed
  > 	at Junk.high(Junk.java:6)
  > 	at java.base/jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)
  > 	at jdk.compiler/com.sun.tools.javac.launcher.Main.main(Main.java:132)
  > Caused by: java.io.IOException: connection reset
  > 	at Junk.mid(Junk.java:7)
  > 	... 9 more
  > 	Suppressed: java.lang.IllegalStateException: Resource ID = 0
  > 		at Junk$Res.close(Junk.java:2)
  > 		... 10 more
  > 2026-11-24 10:00:01,000 [main] INFO shop.Orders - next
  > EOF
  $ show java.log
  ["error",11,"\t\t... 10 more"]
  ["info",1,"next"]

Python's, two exceptions chained (Python 3.11, `logging.exception`):

  $ cat >python.log <<'EOF'
  > 2026-11-24 07:21:48,077 - shop.orders - ERROR - cannot load
  > Traceback (most recent call last):
  >   File "boom.py", line 5, in load
  >     int("x" + id)
  > ValueError: invalid literal for int() with base 10: 'x7'
  > 
  > During handling of the above exception, another exception occurred:
  > 
  > Traceback (most recent call last):
  >   File "boom.py", line 9, in <module>
  >     load("7")
  >   File "boom.py", line 7, in load
  >     raise KeyError(f"order {id} has no number")
  > KeyError: 'order 7 has no number'
  > 2026-11-24 07:21:48,081 - shop.orders - WARNING - going on
  > EOF
  $ show python.log
  ["error",14,"KeyError: 'order 7 has no number'"]
  ["warn",1,"going on"]

Go's, a panic with its goroutines (https://learngolangonline.com/panic), behind a line of its log package:

  $ cat >go.log <<'EOF'
  > 2009/11/10 23:00:00 Entering thirdFunction...
  > panic: Something went wrong!
  > 
  > goroutine 1 [running]:
  > main.thirdFunction()
  > 	/path/to/panic-example/main.go:19 +0x66
  > main.secondFunction()
  > 	/path/to/panic-example/main.go:12 +0x4f
  > main.main()
  > 	/path/to/panic-example/main.go:8 +0x29
  > exit status 2
  > 2009/11/10 23:00:01 Starting the program...
  > EOF
  $ { for i in 1 2 3 4 5 6 7; do echo "2009/11/10 22:59:0$i Starting the program..."; done; cat go.log; } | show | tail -n 2
  [null,11,"exit status 2"]
  [null,1,"Starting the program..."]

Ruby's, with a cause (Ruby 3.1, `full_message`):

  $ cat >ruby.log <<'EOF'
  > E, [2026-11-24T10:00:00.000000 #4711] ERROR -- shop: boom.rb:4:in `rescue in load': order 7 has no number (KeyError)
  > 	from boom.rb:1:in `load'
  > 	from boom.rb:7:in `<main>'
  > boom.rb:2:in `Integer': invalid value for Integer(): "x7" (ArgumentError)
  > 	from boom.rb:2:in `load'
  > 	from boom.rb:7:in `<main>'
  > I, [2026-11-24T10:00:01.000000 #4711]  INFO -- shop: next
  > EOF
  $ show ruby.log
  ["error",6,"\tfrom boom.rb:7:in `<main>'"]
  ["info",1,"next"]

JavaScript's, with the members of the error (Node 20, `console.error`), in a log whose header is inferred:

  $ cat >node.log <<'EOF'
  > 2026-11-24T10:00:00.000Z ERROR [orders] Error: ENOENT: no such file or directory, open '/no/such/file'
  >     at Object.openSync (node:fs:573:18)
  >     at Object.<anonymous> (/srv/boom.js:2:10)
  >     at node:internal/main/run_main_module:28:49 {
  >   errno: -2,
  >   code: 'ENOENT',
  >   syscall: 'open',
  >   path: '/no/such/file'
  > }
  > 2026-11-24T10:00:01.000Z INFO [orders] next
  > EOF
  $ show node.log
  ["error",9,"}"]
  ["info",1,"[orders] next"]

.NET's (https://blog.elmah.io/understanding-net-stack-traces-a-guide-for-developers), as Serilog writes it:

  $ cat >net.log <<'EOF'
  > 2026-11-24 10:00:00.000 +00:00 [ERR] order 7 failed
  > System.NullReferenceException: Object reference not set to an instance of an object.
  >    at ConsoleApp.Program.MethodA() in C:\projects\ConsoleApp\Program.cs:line 20
  >    at ConsoleApp.Program.Main(String[] args) in C:\projects\ConsoleApp\Program.cs:line 10
  >    --- End of inner exception stack trace ---
  > 2026-11-24 10:00:01.000 +00:00 [INF] next
  > EOF
  $ show net.log
  ["error",5,"   --- End of inner exception stack trace ---"]
  ["info",1,"next"]

All that stands in a trace is kept, byte for byte.

  $ weir-parse ruby.log | jq -r 'select(.level == "error").message' | tail -n +2 >got; sed -n 2,6p ruby.log | diff - got

An event has no more bytes than `--max-line` allows; the lines beyond are rejects, and the next event is whole.

  $ weir-parse --max-line 200 --only level,message java.log
  weir-parse: java.log:4: warning: the event has become longer than --max-line allows
  weir-parse: java.log:5: warning: the event has become longer than --max-line allows
  weir-parse: java.log:6: warning: the event has become longer than --max-line allows
  weir-parse: java.log:7: warning: the event has become longer than --max-line allows
  weir-parse: java.log:8: warning: the event has become longer than --max-line allows
  weir-parse: further lines like these are counted and summed up at the end
  {"level":"error","message":"order 7\njava.lang.RuntimeException: order 7 failed\n\tat Junk.high(Junk.java:6)"}
  {"level":"info","message":"next"}
  weir-parse: warning: 8 of 12 lines not understood (too-long 8); --rejects FILE keeps them

A line with a time of its own goes on no event, though it does not begin as the others do.

  $ { sed -n 1,3p java.log; echo '[2026-11-24T10:00:02Z] something else'; } | weir-parse --format log4j --only message
  weir-parse: stdin:4: warning: no pattern of format 'log4j' matched
  {"message":"order 7\njava.lang.RuntimeException: order 7 failed\n\tat Junk.high(Junk.java:6)"}
  weir-parse: warning: 1 of 4 lines not understood (no-match 1); --rejects FILE keeps them
