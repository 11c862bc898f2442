/* An ecogram as points and ties. */
#include "base/text.h"
#include "domain/ecogram.h"

#include <stdio.h>

enum { NODE_GROEP, NODE_KANT, NODE_AFSTAND, NODE_MANTELZORGER, NODE_OVERLEDEN, NODE_VALUES };
enum { EDGE_BAND, EDGE_SPANNING, EDGE_RICHTING, EDGE_STEUN, EDGE_VALUES };
enum { LABEL = 24 }; /* columns */

static struct text wrapped(struct dossier *d, struct text t)
{
    struct buffer b = {0};
    struct text kept;

    text_wrap(&b, t, LABEL, 0);
    kept = text_trim(blad_kept(d, &b));
    buffer_free(&b);
    return kept;
}

static struct text digit(struct dossier *d, int n)
{
    char c = (char)('0' + n);

    return n ? arena_text(&d->arena, (struct text){&c, 1}) : TEXT("");
}

static const struct graph_value *node_values(struct dossier *d, const struct relatie *r)
{
    struct graph_value *v = arena_take(&d->arena, NODE_VALUES * sizeof *v);

    v[NODE_GROEP] = (struct graph_value){"groep", r ? netwerk_groep(r->groep) : TEXT("")};
    v[NODE_KANT] = (struct graph_value){"kant", !r                      ? TEXT("")
                                                : netwerk_is_formeel(r) ? TEXT("formeel")
                                                                        : TEXT("informeel")};
    v[NODE_AFSTAND] = (struct graph_value){"afstand", digit(d, r ? r->afstand : 0)};
    v[NODE_MANTELZORGER] =
        (struct graph_value){"mantelzorger", r && r->mantelzorger ? TEXT("ja") : TEXT("")};
    v[NODE_OVERLEDEN] =
        (struct graph_value){"overleden", r && r->overleden ? TEXT("ja") : TEXT("")};
    return v;
}

static struct text steun_of(struct dossier *d, const struct relatie *r)
{
    struct buffer b = {0};
    struct text kept;

    for (int i = 0; i < STEUNEN; i++)
        if (r->steun & 1u << i)
            blad_put(&b, b.n ? ", " : "", netwerk_steun(i));
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

static const struct graph_value *edge_values(struct dossier *d, const struct relatie *r)
{
    struct graph_value *v = arena_take(&d->arena, EDGE_VALUES * sizeof *v);

    v[EDGE_BAND] = (struct graph_value){"band", netwerk_band(r->band)};
    v[EDGE_SPANNING] = (struct graph_value){"spanning", netwerk_spanning(r->spanning)};
    v[EDGE_RICHTING] = (struct graph_value){"richting", netwerk_richting(r->richting)};
    v[EDGE_STEUN] = (struct graph_value){"steun", steun_of(d, r)};
    return v;
}

/* What no line of a program that draws points can say. */
static struct text said_of(struct dossier *d, const struct relatie *r)
{
    struct buffer b = {0};
    struct text kept;

    if (r->band == BAND_VERBROKEN)
        buffer_text(&b, netwerk_band(r->band));
    blad_put(&b, b.n ? ", " : "", netwerk_spanning(r->spanning));
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

static struct text label_of(struct dossier *d, const struct relatie *r)
{
    struct buffer b = {0};
    struct text kept;

    buffer_text(&b, r->who);
    buffer_string(&b, r->steun || r->mantelzorger ? " (" : "");
    buffer_text(&b, steun_of(d, r));
    if (r->mantelzorger)
        buffer_string(&b, r->steun ? ", mantelzorger" : "mantelzorger");
    buffer_string(&b, r->steun || r->mantelzorger ? ")" : "");
    kept = wrapped(d, blad_kept(d, &b));
    buffer_free(&b);
    return kept;
}

static struct graph_edge edge_of(struct dossier *d, const struct relatie *r, size_t node)
{
    static const enum stroke strokes[BANDEN] = {STROKE_DOUBLE, STROKE_PLAIN, STROKE_DASHED,
                                                STROKE_DOTTED, STROKE_DOTTED};

    return (struct graph_edge){
        .from = node,
        .stroke = strokes[r->band],
        .at_from = r->richting == RICHTING_VAN_CLIENT || r->richting == RICHTING_WEDERZIJDS,
        .at_to = r->richting == RICHTING_NAAR_CLIENT || r->richting == RICHTING_WEDERZIJDS,
        .label = said_of(d, r),
        .values = edge_values(d, r)};
}

static struct text legend_of(struct dossier *d, const struct ecogram *e)
{
    struct buffer b = {0};
    struct text kept;

    blad_put_day(d, &b, "Zo was het op ", e->day, ".\n");
    buffer_string(&b, "Dikke lijn: sterke band. Gewone lijn: gewone band. Streepjes: zwakke "
                      "band.\nPuntjes: verbroken, als dat erbij staat, of nog niet bekend.\n"
                      "De pijl wijst naar wie geholpen wordt. Links informeel, rechts formeel.\n");
    kept = blad_kept(d, &b);
    buffer_free(&b);
    return kept;
}

const struct graph *ecogram_graph(struct dossier *d, const struct ecogram *e, struct point middle,
                                  const struct point *places, struct text title)
{
    const struct netwerk *n = e->netwerk;
    struct graph *g = arena_take(&d->arena, sizeof *g);
    struct graph_node *nodes = arena_take(&d->arena, (n->count + 1) * sizeof *nodes);
    struct graph_edge *edges = arena_take(&d->arena, (n->count + 1) * sizeof *edges);

    nodes[0] = (struct graph_node){TEXT("_ik"), TEXT("ik"), middle, false, node_values(d, NULL)};
    for (size_t i = 0; i < n->count; i++) {
        const struct relatie *r = &n->list[i];
        nodes[i + 1] =
            (struct graph_node){r->key, label_of(d, r), places[i], r->overleden, node_values(d, r)};
        edges[i] = edge_of(d, r, i + 1);
    }
    *g = (struct graph){title,       legend_of(d, e), nodes,    n->count + 1,
                        NODE_VALUES, edges,           n->count, EDGE_VALUES};
    return g;
}
