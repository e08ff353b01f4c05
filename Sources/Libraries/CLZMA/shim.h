// https://github.com/tukaani-project/xz/blob/master/src/liblzma/api/lzma.h
#include <lzma.h>
