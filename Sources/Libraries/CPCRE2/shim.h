// PCRE2 in its 8-bit width: https://pcre.org/current/doc/html/pcre2api.html
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
