#!/usr/bin/env python3
"""Usage: generate-geoip-fixture.py FILE
Writes a small MaxMind database for the tests: https://maxmind.github.io/MaxMind-DB/ (format 2.0, 24-bit records)."""
import ipaddress, struct, sys

NETWORKS = {
    "192.0.2.0/24": {"country": {"iso_code": "NZ", "names": {"en": "New Zealand"}}, "continent": {"code": "OC"},
                     "subdivisions": [{"iso_code": "WGN", "names": {"en": "Wellington"}}],
                     "city": {"names": {"en": "Lower \"Hutt\""}}, "postal": {"code": "5010"},
                     "location": {"latitude": -41.21, "longitude": 174.9, "time_zone": "Pacific/Auckland"},
                     "autonomous_system_number": 64496, "autonomous_system_organization": "Example Net"},
    "198.51.100.128/25": {"country": {"iso_code": "ES"}},
    "2001:db8::/32": {"country": {"iso_code": "IS"}, "autonomous_system_number": 4294967295},
}


def control(kind, size):
    assert size < 285
    low = size if size < 29 else 29
    head = bytes([kind << 5 | low]) if kind < 8 else bytes([low, kind - 7])
    return head + (bytes([size - 29]) if size >= 29 else b"")


class UInt16(int):
    """The metadata must have the types of the specification."""


class UInt64(int):
    pass


def encode(value):
    if isinstance(value, (UInt16, UInt64)):
        raw = value.to_bytes((value.bit_length() + 7) // 8, "big")
        return control(5 if isinstance(value, UInt16) else 9, len(raw)) + raw
    if isinstance(value, str):
        return control(2, len(value.encode())) + value.encode()
    if isinstance(value, float):
        return control(3, 8) + struct.pack(">d", value)
    if isinstance(value, int):
        raw = value.to_bytes((value.bit_length() + 7) // 8, "big")
        return control(6 if value < 2**32 else 9, len(raw)) + raw
    if isinstance(value, dict):
        return control(7, len(value)) + b"".join(encode(k) + encode(v) for k, v in value.items())
    return control(11, len(value)) + b"".join(map(encode, value))


data, tree = b"", [[None, None]]
for network, value in NETWORKS.items():
    net = ipaddress.ip_network(network)
    bits, length = int(net.network_address), net.prefixlen + (96 if net.version == 4 else 0)
    node = 0
    for depth in range(length):
        bit = bits >> (127 - depth) & 1
        if depth == length - 1:
            tree[node][bit] = ("data", len(data))
        else:
            if tree[node][bit] is None:
                tree.append([None, None])
                tree[node][bit] = len(tree) - 1
            node = tree[node][bit]
    data += encode(value)


def record(entry):
    if entry is None:
        return len(tree)
    return entry if isinstance(entry, int) else len(tree) + 16 + entry[1]


metadata = {"binary_format_major_version": UInt16(2), "binary_format_minor_version": UInt16(0),
            "build_epoch": UInt64(1763942400),
            "database_type": "weir-Test", "description": {"en": "made for tests"}, "ip_version": UInt16(6), "languages": ["en"],
            "node_count": len(tree), "record_size": UInt16(24)}
with open(sys.argv[1], "wb") as file:
    file.write(b"".join(record(e).to_bytes(3, "big") for node in tree for e in node))
    file.write(bytes(16) + data + b"\xab\xcd\xefMaxMind.com" + encode(metadata))
