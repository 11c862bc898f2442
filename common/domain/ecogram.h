/* The drawing of a network: the client in the middle, own people on the left, professionals and
 * services on the right. */
#ifndef GESPREK_DOMAIN_ECOGRAM_H
#define GESPREK_DOMAIN_ECOGRAM_H

#include "base/graph.h"
#include "base/picture.h"
#include "domain/netwerk.h"

struct ecogram {
    const struct netwerk *netwerk;
    date day;        /* of which it is */
    bool no_tension; /* the legend too has nothing of it */
    date since;      /* DATE_NONE; or the day that it is compared with: the legend has the marks */
};

/* The picture with all its faces, in the dossier's arena. */
const struct picture *ecogram_picture(struct dossier *d, const struct ecogram *e,
                                      struct text title);

/* ecogram_lijn.c: a tie with everything that stands on it, from the client's end to that of the
 * other, and the symbol of the other. */
enum { ECOGRAM_KNOT = 7 };   /* half the width of that symbol */
enum { ECOGRAM_CLEAR = 11 }; /* how far from its middle no symbol is in the way */
void ecogram_tie(struct picture *p, struct point client, struct point other,
                 const struct relatie *r);
void ecogram_knot(struct picture *p, struct point at, const struct relatie *r);

/* How far two points are from each other; and the point so far along the way from a to b, and so
 * far to the side of it: a when they are the same. */
int ecogram_distance(struct point a, struct point b);
struct point ecogram_along(struct point a, struct point b, int far, int aside);

/* ecogram_uitleg.c: the legend below y; returns where it ends. And in words, on several lines. */
int ecogram_legend(struct picture *p, int x, int y, const struct ecogram *e);
struct text ecogram_legend_words(struct dossier *d, const struct ecogram *e);

/* A mark of a letter in a square (kinds of support), or in a circle (mantelzorger). */
enum { ECOGRAM_MARK = 20 };
void ecogram_square(struct picture *p, struct point corner, struct text letter);
void ecogram_circle(struct picture *p, struct point corner, struct text letter);

/* `+`, `-` or `#` for who came, who went and who changed; empty: neither. */
struct text ecogram_change(enum verandering change);

/* ecogram_letters.c, ecogram_graaf.c: the other faces. `places` is where each label has its middle.
 */
struct text ecogram_lines(struct dossier *d, const struct ecogram *e);
const struct graph *ecogram_graph(struct dossier *d, const struct ecogram *e, struct point middle,
                                  const struct point *places, struct text title);

#endif
