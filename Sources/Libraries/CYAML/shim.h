// libyaml, the reader of YAML 1.1: https://pyyaml.org/wiki/LibYAML
#include <yaml.h>

// The members of a C union are awkward to reach from Swift; these are the ones that are wanted.

static inline const yaml_char_t *weir_yaml_scalar(const yaml_event_t *event) { return event->data.scalar.value; }

static inline size_t weir_yaml_scalar_length(const yaml_event_t *event) { return event->data.scalar.length; }

static inline int weir_yaml_scalar_is_plain(const yaml_event_t *event) {
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}
