extension GrokVocabulary {
    /// Addresses, hosts, paths, URIs.
    static let network = #"""
        COMMONMAC [[:xdigit:]]{2}(?::[[:xdigit:]]{2}){5}
        WINDOWSMAC [[:xdigit:]]{2}(?:-[[:xdigit:]]{2}){5}
        CISCOMAC [[:xdigit:]]{4}(?:\.[[:xdigit:]]{4}){2}
        MAC %{COMMONMAC}|%{WINDOWSMAC}|%{CISCOMAC}

        IPV4 (?<![0-9])(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})(?![0-9])
        # RFC 4291 §2.2: eight groups; or two runs of them around '::', together at most seven, or five before an IPv4
        # address, which counts for two. Behind it perhaps a zone (RFC 4007 §11).
        IPV6 (?<!\w)(?:%{IPV6FULL}|%{IPV6SHORT4}|%{IPV6SHORT})(?!\w)(?:%[\w.~-]++)?
        IPV6FULL (?:[[:xdigit:]]{1,4}:){6}(?:[[:xdigit:]]{1,4}:[[:xdigit:]]{1,4}(?![\w.])|%{IPV4})
        IPV6SHORT4 (?!:{0,2}[[:xdigit:]]{1,4}(?::{1,2}[[:xdigit:]]{1,4}){6})%{IPV6RUN}?+::(?:[[:xdigit:]]{1,4}:)*+%{IPV4}
        IPV6SHORT (?!:{0,2}[[:xdigit:]]{1,4}(?::{1,2}[[:xdigit:]]{1,4}){7})%{IPV6RUN}?+::(?!:)%{IPV6RUN}?+
        IPV6RUN [[:xdigit:]]{1,4}(?::[[:xdigit:]]{1,4})*+
        IP %{IPV4}|%{IPV6}

        # Labels as DNS takes them, with the underscore that containers and Windows give them (RFC 2181 §11).
        HOSTNAME \b[0-9A-Za-z][\w-]{0,62}+(?:\.[0-9A-Za-z][\w-]{0,62}+)*\.?
        IPORHOST %{IP}|%{HOSTNAME}
        HOSTPORT (?:\[%{IPV6}\]|%{IPORHOST}):%{POSINT}

        UNIXPATH /[\w%!$@:.,+~/[:^ascii:]-]*
        WINPATH (?:[A-Za-z]:|\\)\\[^?*"<>|]*
        PATH %{UNIXPATH}|%{WINPATH}
        TTY /dev/(?:pts|tty)[A-Za-z]*+/?+[0-9]++

        # RFC 3986. Unlike the oldest patterns of these names, URIHOST makes no field 'port' of its own.
        URIPROTO [A-Za-z][A-Za-z0-9+.-]+
        URIHOST (?:\[%{IPV6}\]|%{IPORHOST})(?::%{POSINT})?
        URIPATH /[\w$.+!*'(){},~:;=@#%&/-]*
        URIQUERY [\w$.+!*'|(){},~@#%&/=:;?\-\[\]<>]*
        URIPARAM \?%{URIQUERY}
        URIPATHPARAM %{URIPATH}%{URIPARAM}?
        URI %{URIPROTO}://(?:%{USER}(?::[^@\s/]*+)?@)?%{URIHOST}?%{URIPATHPARAM}?
        """#
}
