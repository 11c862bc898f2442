/* The width table behind text_code_width; only text.c uses it. */
#ifndef GESPREK_BASE_WIDTH_H
#define GESPREK_BASE_WIDTH_H

#include <stdint.h>

int width_of_code(uint32_t code); /* 0, 1 or 2 columns */

#endif
