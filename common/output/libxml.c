#include "output/libxml.h"

#include "base/mem.h"
#include <errno.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

/* strdup with mem.h's promise. */
static char *copy_string(const char *s)
{
    size_t n = strlen(s) + 1;
    return memcpy(mem_take(n), s, n);
}

/* mem_take and mem_resize rest on malloc. */
bool libxml_memory(void)
{
    return xmlMemSetup(free, mem_take, mem_resize, copy_string) == 0;
}

static void note(struct libxml_heard *heard, int error, int code, int line)
{
    if (!heard->error)
        *heard = (struct libxml_heard){error, code, line};
}

#if LIBXML_VERSION >= 21200
static void heard_structured(void *context, const xmlError *message)
#else
static void heard_structured(void *context, xmlErrorPtr message)
#endif
{
    if (message)
        note(context, message->code == XML_ERR_NO_MEMORY ? ENOMEM : EINVAL, message->code,
             message->line);
    else
        note(context, EINVAL, 0, 0);
}

/* libxml2 2.9 says in this way alone that a list did not get its memory. */
static void heard_generic(void *context, const char *format, ...)
{
    (void)format;
    note(context, ENOMEM, XML_ERR_NO_MEMORY, 0);
}

void libxml_listen(struct libxml_heard *heard)
{
    *heard = (struct libxml_heard){0};
    xmlSetStructuredErrorFunc(heard, heard_structured);
    xmlSetGenericErrorFunc(heard, heard_generic);
}

void libxml_stop(void)
{
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
}
