/* An answer as the points and ties of its picture, for programs: DOT for Graphviz, GraphML for what
 * counts networks. */
#include "output/clean.h"
#include "output/form.h"
#include "output/markup.h"
#include "output/svg.h"

#include "base/graph.h"
#include "base/text.h"
#include <errno.h>
#include <stdlib.h>

typedef void put_graph(struct buffer *out, const struct graph *g, const struct head *head);

struct graph_data {
    struct out *out;
    const struct head *head;
    put_graph *put;
    struct buffer made; /* kept until the end, as a picture is */
    bool drawn;
};

static bool begin(void **into, struct out *out, const struct head *head, put_graph *put)
{
    struct graph_data *data = mem_take(sizeof *data);

    *data = (struct graph_data){.out = out, .head = head, .put = put};
    *into = data;
    return !out->error;
}

/* A file holds one graph; who has two must choose, and says so before it comes to this. */
static bool graph_blocks(void *from, const struct document *document)
{
    struct graph_data *data = from;

    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_PICTURE || !block->picture->graph)
            continue;
        if (data->drawn) {
            data->out->error = data->out->error ? data->out->error : EINVAL;
            return false;
        }
        data->drawn = true;
        data->put(&data->made, block->picture->graph, data->head);
    }
    return !data->out->error;
}

static bool graph_end(void *from, bool complete)
{
    struct graph_data *data = from;
    bool fine;

    if (data->drawn && complete)
        out_text(data->out, buffer_view(&data->made));
    fine = !data->out->error;
    buffer_free(&data->made);
    free(data);
    return fine;
}

/* ---- DOT ---- */

/* Between quotes: a quote, a backslash and a newline are written as such. */
static void put_quoted(struct buffer *out, struct text t, const char *newline)
{
    struct buffer clean = {0};

    clean_text(&clean, t, true);
    buffer_byte(out, '"');
    for (size_t i = 0; i < clean.n; i++)
        if (clean.p[i] == '\n')
            buffer_string(out, newline);
        else if (clean.p[i] == '"' || clean.p[i] == '\\')
            buffer_format(out, "\\%c", clean.p[i]);
        else
            buffer_byte(out, clean.p[i]);
    buffer_byte(out, '"');
    buffer_free(&clean);
}

static void put_name(struct buffer *out, const char *before, struct text t)
{
    buffer_string(out, before);
    put_quoted(out, t, " ");
}

static void put_label(struct buffer *out, const char *before, struct text t)
{
    buffer_string(out, before);
    put_quoted(out, t, "\\n");
}

static void put_dot_node(struct buffer *out, const struct graph_node *n)
{
    put_name(out, "  ", n->id);
    put_label(out, " [label=", n->label);
    buffer_format(out, ", pos=\"%d,%d!\"%s];\n", n->at.x, -n->at.y,
                  n->crossed ? ", shape=Mrecord, style=diagonals" : "");
}

/* Lines side by side lose an arrowhead in Graphviz, so a double one is thick there. */
static void put_dot_edge(struct buffer *out, const struct graph *g, const struct graph_edge *e)
{
    static const char *const strokes[] = {
        "style=solid",  "style=bold", "style=dashed", "style=solid", "style=solid, penwidth=4",
        "style=dotted", "style=solid"};
    static const char *const ways[2][2] = {{"none", "forward"}, {"back", "both"}};

    put_name(out, "  ", g->nodes[e->from].id);
    put_name(out, " -- ", g->nodes[e->to].id);
    buffer_format(out, " [dir=%s, %s", ways[e->at_from][e->at_to], strokes[e->stroke]);
    if (e->label.n)
        put_label(out, ", label=", e->label);
    buffer_string(out, "];\n");
}

static void put_dot(struct buffer *out, const struct graph *g, const struct head *head)
{
    struct buffer words = {0};

    buffer_text(&words, g->title);
    buffer_byte(&words, '\n');
    for (size_t i = 0; i < head->fact_count; i++)
        if (head->facts[i].value.n)
            buffer_format(&words, "%s: %.*s\n", head->facts[i].title, (int)head->facts[i].value.n,
                          head->facts[i].value.p);
    buffer_text(&words, g->legend);
    put_name(out, "graph ", g->title);
    buffer_string(out, " {\n  layout=neato;\n  splines=line;\n  inputscale=72;\n"
                       "  labelloc=b;\n  labeljust=l;\n  label=");
    put_quoted(out, buffer_view(&words), "\\l");
    buffer_string(out, ";\n  fontname=\"sans-serif\";\n"
                       "  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
                       "  edge [fontname=\"sans-serif\", fontsize=11];\n");
    for (size_t i = 0; i < g->node_count; i++)
        put_dot_node(out, &g->nodes[i]);
    for (size_t i = 0; i < g->edge_count; i++)
        put_dot_edge(out, g, &g->edges[i]);
    buffer_string(out, "}\n");
    buffer_free(&words);
}

static bool dot_begin(void **into, struct out *out, const struct head *head)
{
    return begin(into, out, head, put_dot);
}

/* ---- GraphML ---- */

static void put_keys(struct buffer *out, const char *what, const struct graph_value *v,
                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_format(out, "<key id=\"%s-%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"string\"/>\n",
                      what, v[i].name, what, v[i].name);
}

static void put_data(struct buffer *out, const char *what, const char *name, struct text value)
{
    if (!value.n)
        return;
    buffer_format(out, "<data key=\"%s-%s\">", what, name);
    svg_text(out, value);
    buffer_string(out, "</data>\n");
}

static void put_values(struct buffer *out, const char *what, const struct graph_value *v,
                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        put_data(out, what, v[i].name, v[i].value);
}

static void put_id(struct buffer *out, const char *name, struct text id)
{
    buffer_format(out, " %s=\"", name);
    svg_text(out, id);
    buffer_byte(out, '"');
}

static void put_elements(struct buffer *out, const struct graph *g)
{
    for (size_t i = 0; i < g->node_count; i++) {
        const struct graph_node *n = &g->nodes[i];
        buffer_string(out, "<node");
        put_id(out, "id", n->id);
        buffer_string(out, ">\n");
        put_data(out, "node", "label", n->label);
        put_values(out, "node", n->values, g->node_values);
        buffer_string(out, "</node>\n");
    }
    for (size_t i = 0; i < g->edge_count; i++) {
        const struct graph_edge *e = &g->edges[i];
        buffer_string(out, "<edge");
        put_id(out, "source", g->nodes[e->from].id);
        put_id(out, "target", g->nodes[e->to].id);
        buffer_string(out, ">\n");
        put_values(out, "edge", e->values, g->edge_values);
        buffer_string(out, "</edge>\n");
    }
}

static void put_graphml(struct buffer *out, const struct graph *g, const struct head *head)
{
    const struct graph_value label = {"label", {"", 0}};

    buffer_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n<desc>");
    svg_text(out, g->title);
    buffer_string(out, ". ");
    svg_text(out, text_trim(g->legend));
    for (size_t i = 0; i < head->fact_count; i++)
        if (head->facts[i].value.n) {
            buffer_format(out, " %s: ", head->facts[i].title);
            svg_text(out, head->facts[i].value);
        }
    buffer_string(out, "</desc>\n");
    put_keys(out, "node", &label, 1);
    put_keys(out, "node", g->nodes[0].values, g->node_values);
    if (g->edge_count)
        put_keys(out, "edge", g->edges[0].values, g->edge_values);
    buffer_string(out, "<graph id=\"netwerk\" edgedefault=\"undirected\">\n");
    put_elements(out, g);
    buffer_string(out, "</graph>\n</graphml>\n");
}

static bool graphml_begin(void **into, struct out *out, const struct head *head)
{
    return begin(into, out, head, put_graphml);
}

const struct form form_dot = {"dot", dot_begin, graph_blocks, graph_end};
const struct form form_graphml = {"graphml", graphml_begin, graph_blocks, graph_end};
