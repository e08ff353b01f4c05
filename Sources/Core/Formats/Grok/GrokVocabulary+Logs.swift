extension GrokVocabulary {
    /// Lines of whole logs, with the fields that weir's own formats give.
    static let logs = #"""
        # syslog
        PROG [!-Z\\^-~]+
        SYSLOGPROG %{PROG:process}(?:\[%{POSINT:pid:int}\])?
        SYSLOGHOST %{IPORHOST}
        SYSLOGFACILITY <%{NONNEGINT:facility:int}\.%{NONNEGINT:priority:int}>
        SYSLOGBASE %{SYSLOGTIMESTAMP:time} (?:%{SYSLOGFACILITY} )?%{SYSLOGHOST:host} %{SYSLOGPROG}:
        SYSLOGBASE2 (?:%{SYSLOGTIMESTAMP:time}|%{TIMESTAMP_ISO8601:time}) (?:%{SYSLOGFACILITY} )?%{SYSLOGHOST:host}(?: %{SYSLOGPROG}:)?
        SYSLOGLINE %{SYSLOGBASE2} %{GREEDYDATA:message}
        SYSLOGPAMSESSION %{SYSLOGBASE} (?=%{GREEDYDATA:message})%{WORD:pam_module}\((?<pam_caller>[^)]*+)\): session %{WORD:pam_session_state} for user (?<user>[^ (]++)(?:\(uid=[0-9]++\))?(?: by %{GREEDYDATA:pam_by})?
        CRON_ACTION [A-Z]++(?: [A-Z]++)*
        CRONLOG %{SYSLOGBASE} \(%{USER:user}\) %{CRON_ACTION:action} \(%{GREEDYDATA:message}\)

        # RFC 5424 §6; the priority becomes facility and level.
        SYSLOG5424PRINTASCII [!-~]+
        SYSLOG5424PRI <%{NONNEGINT:pri}>
        SYSLOG5424SD (?:\[[^ "\]=]++(?: [^ "\]=]++="[^"\\]*+(?:\\.[^"\\]*+)*+")*+\])+
        SYSLOG5424BASE %{SYSLOG5424PRI}%{NONNEGINT:version:int} +(?:-|%{TIMESTAMP_ISO8601:time}) +(?:-|(?<host>[!-~]++)) +(?:-|(?<process>[!-~]++)) +(?:-|(?<pid:int>[0-9]++)|(?<procid>[!-~]++)) +(?:-|(?<msgid>[!-~]++)) +(?:-|%{SYSLOG5424SD:structured_data})
        SYSLOG5424LINE %{SYSLOG5424BASE}(?: +%{GREEDYDATA:message})?

        # Web servers (https://httpd.apache.org/docs/2.4/mod/mod_log_config.html). Text in quotes has \" and \xhh in it.
        HTTPDUSER %{EMAILADDRESS}|%{USER}
        HTTPD_QUOTED [^"\\]*+(?:\\.[^"\\]*+)*+
        HTTPD_PATH [^ ?"\\]*+(?:\\.[^ ?"\\]*+)*+
        HTTPD_QUERY [^ "\\]*+(?:\\.[^ "\\]*+)*+
        HTTPD_USER - (?:-|""|(?<user>[^ ]++(?: [^ \[][^ ]*+)*+))|(?<logname>[^ ]++) (?:-|(?<user>[^ ]++))
        HTTPD_REQUEST (?<method>[A-Z][A-Z_-]*+) %{HTTPD_PATH:path}(?:\?(?: |%{HTTPD_QUERY:query} )| )(?<protocol>[A-Z]++/[0-9.]++)
        HTTPD_COMMONLOG (?<![^ ])(?<client>[^ ]++) (?:%{HTTPD_USER}) \[%{HTTPDATE:time}\] "(?:%{HTTPD_REQUEST}|-?|%{HTTPD_QUOTED:request})" (?:(?<status:int>[0-9]{3})|-) (?:(?<bytes:int>[0-9]++)|-)
        HTTPD_COMBINEDLOG %{HTTPD_COMMONLOG} "(?:-?|%{HTTPD_QUOTED:referrer})" "(?:-?|%{HTTPD_QUOTED:agent})"
        COMMONAPACHELOG %{HTTPD_COMMONLOG}
        COMBINEDAPACHELOG %{HTTPD_COMBINEDLOG}
        HTTPD20_ERRORLOG \[%{HTTPDERROR_DATE:time}\] \[%{LOGLEVEL:level}\] (?:\[client %{IPORHOST:client}\] )?%{GREEDYDATA:message}
        HTTPD24_ERRORLOG \[%{HTTPDERROR_DATE:time}\] \[(?:%{WORD:module})?:%{LOGLEVEL:level}\] \[pid %{POSINT:pid:int}(?::tid %{INT:tid:int})?\](?: \(%{POSINT:proxy_errorcode:int}\)(?<proxy_message>[^:]*+):)?(?: \[client %{IPORHOST:client}(?::%{POSINT:client_port:int})?\])?(?: (?<code>AH[0-9]++):)? %{GREEDYDATA:message}
        HTTPD_ERRORLOG %{HTTPD20_ERRORLOG}|%{HTTPD24_ERRORLOG}

        # Java
        JAVACLASS [A-Za-z_$][\w$]*+(?:\.[A-Za-z_$][\w$]*+)*
        JAVAFILE [\w$. -]+
        JAVAMETHOD <(?:cl)?init>|[A-Za-z_$][\w$]*+
        JAVASTACKTRACEPART \s*+at %{JAVACLASS:class}\.%{JAVAMETHOD:method}\(%{JAVAFILE:file}(?::%{INT:line:int})?\)
        JAVALOGMESSAGE .*
        """#
}
