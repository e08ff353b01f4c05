// https://curl.se/libcurl/c/: its setters take variable arguments, which Swift cannot call, and its callbacks raw memory. So one
// transfer is made, fed and read here.
#ifndef WEIR_CCURL_H
#define WEIR_CCURL_H

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// One request from its start to its answer.
typedef struct weir_transfer {
    CURL *handle;
    struct curl_slist *headers;
    struct curl_slist *recipients;
    char *body;
    size_t size;
    size_t sent;
    char reply[512];
    size_t replied;
    // Of SMTP, what the server said last.
    char line[256];
    size_t line_size;
    char error[CURL_ERROR_SIZE];
    int met_private;
} weir_transfer;

// Loopback, link-local, private use and what else is no public host: RFC 1918, 4193, 6598, 6890.
static inline int weir_is_private_ipv4(uint32_t address) {
    uint8_t a = address >> 24, b = address >> 16 & 0xFF;
    return a == 0 || a == 10 || a == 127 || a >= 224 || (a == 169 && b == 254) || (a == 172 && b >= 16 && b < 32) ||
           (a == 192 && b == 168) || (a == 100 && b >= 64 && b < 128);
}

static inline int weir_is_private(const struct sockaddr *address) {
    if (address->sa_family == AF_INET)
        return weir_is_private_ipv4(ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr));
    if (address->sa_family != AF_INET6) return 1;
    const uint8_t *bytes = ((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr;
    static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    // IPv4 in IPv6, by mapping or by NAT64 (64:ff9b::/96): the address within counts.
    static const uint8_t nat64[12] = {0, 0x64, 0xFF, 0x9B};
    if (memcmp(bytes, mapped, 12) == 0 || memcmp(bytes, nat64, 12) == 0)
        return weir_is_private_ipv4((uint32_t)bytes[12] << 24 | bytes[13] << 16 | bytes[14] << 8 | bytes[15]);
    // ::/8 has the loopback and the unspecified one; fc00::/7, fe80::/10, multicast.
    return bytes[0] == 0 || (bytes[0] & 0xFE) == 0xFC || (bytes[0] == 0xFE && (bytes[1] & 0xC0) == 0x80) || bytes[0] == 0xFF;
}

// Looks at the very address that is connected to, so that no name can mean one thing when checked and another when used.
static inline curl_socket_t weir_open_public(void *transfer, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)purpose;
    if (weir_is_private(&address->addr)) {
        ((weir_transfer *)transfer)->met_private = 1;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Keeps the beginning of the answer, for messages.
static inline size_t weir_keep_reply(char *bytes, size_t one, size_t count, void *pointer) {
    weir_transfer *transfer = (weir_transfer *)pointer;
    size_t room = sizeof transfer->reply - transfer->replied, kept = count < room ? count : room;
    (void)one;
    memcpy(transfer->reply + transfer->replied, bytes, kept);
    transfer->replied += kept;
    return count;
}

// Keeps the last line of a conversation, without its end; but not the good-bye (221), which says nothing of the mail.
static inline size_t weir_keep_line(char *bytes, size_t one, size_t count, void *pointer) {
    weir_transfer *transfer = (weir_transfer *)pointer;
    size_t size = count < sizeof transfer->line ? count : sizeof transfer->line;
    (void)one;
    if (count >= 3 && memcmp(bytes, "221", 3) == 0) return count;
    while (size > 0 && (bytes[size - 1] == '\n' || bytes[size - 1] == '\r')) size--;
    memcpy(transfer->line, bytes, size);
    transfer->line_size = size;
    return count;
}

static inline size_t weir_give_body(char *bytes, size_t one, size_t count, void *pointer) {
    weir_transfer *transfer = (weir_transfer *)pointer;
    size_t left = transfer->size - transfer->sent, given = one * count < left ? one * count : left;
    memcpy(bytes, transfer->body + transfer->sent, given);
    transfer->sent += given;
    return given;
}

static inline void weir_transfer_free(weir_transfer *transfer) {
    if (!transfer) return;
    if (transfer->handle) curl_easy_cleanup(transfer->handle);
    curl_slist_free_all(transfer->headers);
    curl_slist_free_all(transfer->recipients);
    free(transfer->body);
    free(transfer);
}

// Makes a transfer of a copy of the body; NULL without memory. The schemes are curl's words: "https" or "http,https".
// The authorities are a file of certificates; NULL for those that libcurl knows.
static inline weir_transfer *weir_transfer_new(
    const char *url, const char *schemes, const char *authorities, const void *body, size_t size, long milliseconds,
    int allows_private) {
    weir_transfer *transfer = (weir_transfer *)calloc(1, sizeof *transfer);
    if (!transfer) return NULL;
    CURL *handle = transfer->handle = curl_easy_init();
    transfer->body = (char *)malloc(size ? size : 1);
    if (!handle || !transfer->body) {
        weir_transfer_free(transfer);
        return NULL;
    }
    memcpy(transfer->body, body, size);
    transfer->size = size;
    curl_easy_setopt(handle, CURLOPT_PRIVATE, transfer);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, transfer->error);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, schemes);
    curl_easy_setopt(handle, CURLOPT_URL, url);
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    if (authorities) curl_easy_setopt(handle, CURLOPT_CAINFO, authorities);
    // No proxy from the environment: it would see what is sent, and connect to where we would not.
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, weir_keep_reply);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, transfer);
    if (!allows_private) {
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, weir_open_public);
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, transfer);
    }
    return transfer;
}

// Both return 0 without memory.
static inline int weir_transfer_header(weir_transfer *transfer, const char *line) {
    struct curl_slist *longer = curl_slist_append(transfer->headers, line);
    if (longer) transfer->headers = longer;
    return longer != NULL;
}

static inline int weir_transfer_recipient(weir_transfer *transfer, const char *address) {
    struct curl_slist *longer = curl_slist_append(transfer->recipients, address);
    if (longer) transfer->recipients = longer;
    return longer != NULL;
}

// HTTP: the body is posted.
static inline void weir_transfer_post(weir_transfer *transfer) {
    curl_easy_setopt(transfer->handle, CURLOPT_HTTPHEADER, transfer->headers);
    curl_easy_setopt(transfer->handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)transfer->size);
    curl_easy_setopt(transfer->handle, CURLOPT_POSTFIELDS, transfer->body);
}

// SMTP: the body is the message, with its headers.
static inline void weir_transfer_mail(
    weir_transfer *transfer, const char *from, const char *user, const char *password, int requires_tls) {
    CURL *handle = transfer->handle;
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from);
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, transfer->recipients);
    curl_easy_setopt(handle, CURLOPT_USE_SSL, requires_tls ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_TRY);
    if (user) curl_easy_setopt(handle, CURLOPT_USERNAME, user);
    if (password) curl_easy_setopt(handle, CURLOPT_PASSWORD, password);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, weir_keep_line);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, transfer);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, weir_give_body);
    curl_easy_setopt(handle, CURLOPT_READDATA, transfer);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
}

static inline long weir_transfer_status(const weir_transfer *transfer) {
    long status = 0;
    curl_easy_getinfo(transfer->handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

// Seconds that the server asks us to wait; 0 if it does not.
static inline long weir_transfer_retry_after(const weir_transfer *transfer) {
    curl_off_t seconds = 0;
    curl_easy_getinfo(transfer->handle, CURLINFO_RETRY_AFTER, &seconds);
    return seconds < 0 || seconds > 86400 ? 86400 : (long)seconds;
}

// The next transfer that is done, NULL where there is none; what became of it is left in code.
static inline weir_transfer *weir_transfer_next_done(CURLM *transfers, CURLcode *code) {
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(transfers, &left)))
        if (message->msg == CURLMSG_DONE) {
            char *transfer = NULL;
            *code = message->data.result;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
            return (weir_transfer *)transfer;
        }
    return NULL;
}

#endif
