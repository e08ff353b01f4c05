// https://sourceware.org/bzip2/manual/manual.html
#include <bzlib.h>
