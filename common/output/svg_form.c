/* An answer as one SVG file: the picture of the document and nothing else. */
#include "output/form.h"
#include "output/svg.h"

#include "base/text.h"
#include <errno.h>
#include <stdlib.h>

struct svg_data {
    struct out *out;
    const struct head *head;
    struct buffer made; /* kept until the end: then it is known that there is no second picture */
    bool drawn;
};

/* Where the picture begins there is no place for it yet: the root element is the picture's. */
static bool svg_begin(void **into, struct out *out, const struct head *head)
{
    struct svg_data *data = mem_take(sizeof *data);

    *data = (struct svg_data){.out = out, .head = head};
    *into = data;
    return !out->error;
}

static void put_facts(struct svg_data *data)
{
    for (size_t i = 0; i < data->head->fact_count; i++) {
        const struct pair *fact = &data->head->facts[i];
        if (!fact->value.n)
            continue;
        buffer_string(&data->made, "<metadata>");
        svg_text(&data->made, text_of(fact->title ? fact->title : fact->name));
        buffer_string(&data->made, ": ");
        svg_text(&data->made, fact->value);
        buffer_string(&data->made, "</metadata>\n");
    }
}

/* A file holds one picture; who has two must choose, and says so before it comes to this. */
static bool put_picture(struct svg_data *data, const struct picture *p)
{
    if (data->drawn) {
        data->out->error = data->out->error ? data->out->error : EINVAL;
        return false;
    }
    data->drawn = true;
    buffer_string(&data->made, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg_open(&data->made, p, 1);
    put_facts(data);
    return true;
}

static bool svg_blocks(void *from, const struct document *document)
{
    struct svg_data *data = from;

    for (size_t i = 0; i < document->count; i++)
        if (document->blocks[i].kind == BLOCK_PICTURE &&
            !put_picture(data, document->blocks[i].picture))
            return false;
    return !data->out->error;
}

static bool svg_end(void *from, bool complete)
{
    struct svg_data *data = from;
    bool fine;

    if (data->drawn && complete) {
        svg_close(&data->made);
        out_text(data->out, buffer_view(&data->made));
    }
    fine = !data->out->error;
    buffer_free(&data->made);
    free(data);
    return fine;
}

const struct form form_svg = {"svg", svg_begin, svg_blocks, svg_end};
