#pragma once
#include <stddef.h>
#include <stdint.h>

/// libFuzzer as a library: calls back with one input after the other, and returns when it is through.
int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*run)(const uint8_t *start, size_t count));
