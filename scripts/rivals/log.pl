# A combined log as JSON lines: all fields, their texts as they are (times, - and quotes).
while (<>) {
    m{^(\S+) (\S+) (\S+) \[([^\]]+)\] "(\S+) (\S+) ([^"]+)" (\d+) (\d+|-) "([^"]*)" "([^"]*)"(?: ([0-9.]+))?} or next;
    print qq({"client":"$1","user":"$3","time":"$4","method":"$5","path":"$6","protocol":"$7","status":$8,"bytes":"$9","referrer":"$10","agent":"$11","duration":$12}\n);
}
