# Count and error share of each path of a combined log, minute by minute; no quantiles.
{ key = substr($4, 2, 17) " " $7; n[key]++; if ($9 >= 500) e[key]++ }
END { for (key in n) print key, n[key], e[key] / n[key] }
