/* The pictures of draagkracht and draaglast: a scale with what lies on it, and bars over time. Each
 * has its two faces (base/picture.h), made from the same numbers. */
#ifndef GESPREK_DOMAIN_BALANS_BEELD_H
#define GESPREK_DOMAIN_BALANS_BEELD_H

#include "base/picture.h"
#include "domain/balans.h"

/* How far the left side hangs below the middle, in units of a drawing: 0 when both sides weigh the
 * same, below 0 when the right side is heavier. Each difference shows, and none ever comes to
 * BALANS_STEEPEST: a scale that lies on its side says no more than one that hangs. */
enum { BALANS_STEEPEST = 36 };
int balans_tilt(const struct weighing *w);

/* The scale of one time of weighing, and the bars of all times (at least one), in the dossier's
 * arena. */
const struct picture *balans_scale(struct dossier *d, const struct weighing *w, struct text title);
const struct picture *balans_bars(struct dossier *d, const struct weighings *all,
                                  struct text title);

/* The face of letters of each: balans_letters.c. */
struct text balans_scale_lines(struct dossier *d, const struct weighing *w);
struct text balans_bars_lines(struct dossier *d, const struct weighings *all);

/* The heaviest side of all times, at least 1: the longest bar. */
int balans_longest(const struct weighings *all);

#endif
