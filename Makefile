# Gesprek. `make demo` shows the main job, `make test` runs every test; both first run `make deps`.
# Commands, objects, pages and tests are found, not listed: adding a command is adding files.

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
DATADIR ?= $(PREFIX)/share/gesprek
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d

VERSION := $(shell cat VERSION)

CFLAGS ?= -O2 -g
SAN ?=
B := build$(if $(SAN),/$(if $(filter thread,$(SAN)),thread,san))

# What stays on whatever CFLAGS say: the language, the warnings and the hardening.
STANDARD := -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64
WARNINGS := -Wall -Wextra -Wconversion -Wshadow
ifeq ($(SAN),)
HARDEN := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fPIE
HARDEN_LINK := -pie -Wl,-z,relro,-z,now,-z,noexecstack
else ifeq ($(SAN),thread)
HARDEN := -fsanitize=thread -fno-omit-frame-pointer -fPIE
HARDEN_LINK := -fsanitize=thread -pie
else
HARDEN := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -fPIE
HARDEN_LINK := -fsanitize=address,undefined -pie
endif
XML_CFLAGS = $(shell pkg-config --cflags libxml-2.0 2>/dev/null || echo -I/usr/include/libxml2)
ALL_CFLAGS = $(STANDARD) $(WARNINGS) -Icommon -DGESPREK_VERSION='"$(VERSION)"' $(XML_CFLAGS) -pthread $(CFLAGS) $(HARDEN)
LIBS := -Wl,--as-needed -lxml2 -lcsv -ledit -lnettle

COMMANDS := $(patsubst cmd/%.c,%,$(wildcard cmd/gesprek-*.c))
BINARIES := $(COMMANDS:%=$(B)/bin/%)
OBJECTS := $(patsubst %.c,$(B)/%.o,$(wildcard common/*/*.c))
GUIDE := $(B)/gegevens/leidraad
WORDS := $(B)/gegevens/smart
REPORT := $(B)/gegevens/rapport
GEMEENTEN := $(B)/gegevens/gemeenten
OBJECTS += $(GUIDE).o $(WORDS).o $(REPORT).o $(GEMEENTEN).o
LIBRARY := $(B)/libgesprek.a
UNITS := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/test-*.c))
READERS := $(B)/ical/lees
PIECES := $(B)/draden/gesprek-rapport-64 $(B)/draden/gesprek-rapport-1000 $(B)/draden/gesprek-rapport-9000
SHIMS := $(patsubst tests/fault/%.c,$(B)/fault/%,$(wildcard tests/fault/*.c))
PAGES := $(patsubst man/%,%,$(wildcard man/*.[157])) dossier.5
COMPLETIONS := $(foreach c,$(COMMANDS),$(B)/completions/bash/$(c) $(B)/completions/zsh/_$(c) $(B)/completions/fish/$(c).fish)
BATS := $(sort $(wildcard tests/*.bats))
BATS_LONG := $(sort $(wildcard tests/lang/*.bats))

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all deps demo test test-all test-draden test-lang check-units bench install uninstall clean format

all: $(BINARIES) $(COMPLETIONS) $(B)/man/dossier.5

-include $(OBJECTS:.o=.d) $(COMMANDS:%=$(B)/cmd/%.d) $(patsubst %.c,$(B)/%.d,$(wildcard cmd/*/*.c))

$(B)/%.o: %.c Makefile VERSION
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# The lines of a file as those of a C text.
C_TEXT := LC_ALL=C sed 's/[\\"?]/\\&/g; s/^/"/; s/$$/\\n"/'

# The texts of gesprek-leidraad, as they stand in their file, and the commands that there are to name in them. What comes
# out the same stays, so that a change in one command does not link them all anew.
$(GUIDE).c: gegevens/leidraad.rec Makefile $(COMMANDS:%=cmd/%.c)
	@mkdir -p $(@D)
	@{ echo '#include "domain/leidraad_gegevens.h"'; \
		echo 'const char leidraad_opdrachten[] = "$(COMMANDS)";'; \
		echo 'const char leidraad_ingebouwd[] ='; $(C_TEXT) $<; echo ';'; } >$@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# The words of gesprek-smart toets.
$(WORDS).c: gegevens/smart.rec Makefile
	@mkdir -p $(@D)
	@{ echo '#include "domain/smart_woorden.h"'; echo 'const char smart_ingebouwd[] ='; $(C_TEXT) $<; echo ';'; } >$@

# The schema that a report in XML is held against.
$(REPORT).c: schema/rapport.xsd Makefile
	@mkdir -p $(@D)
	@{ echo '#include "domain/rapport_schema.h"'; echo 'const char rapport_xsd[] ='; $(C_TEXT) $<; echo ';'; } >$@

# The changes of gemeenten as a table, in order of the old code. A line that is not of the form stops the build.
$(GEMEENTEN).c: gegevens/gemeenten.tsv tools/gemeenten.awk Makefile
	@mkdir -p $(@D)
	@grep -v -e '^#' -e '^$$' $< | LC_ALL=C sort -t '	' -k 2,2 | awk -f tools/gemeenten.awk >$@

$(B)/gegevens/%.o: $(B)/gegevens/%.c
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

# A command that is too much for one file has the rest in a directory: cmd/rapport/ is of gesprek-rapport.
PARTS = $(patsubst %.c,$(B)/%.o,$(wildcard cmd/$(1:gesprek-%=%)/*.c))

.SECONDEXPANSION:
$(B)/bin/%: $(B)/cmd/%.o $$(call PARTS,$$*) $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) $(HARDEN_LINK) -o $@ $(filter %.o,$^) $(LIBRARY) $(LIBS)

$(B)/tools/%: tools/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) $(HARDEN_LINK) -o $@ $< $(LIBRARY) $(LIBS)

$(B)/unit/%: tests/unit/%.c $(wildcard tests/unit/*.h) $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests/unit $(LDFLAGS) $(HARDEN_LINK) -o $@ $< $(LIBRARY) $(LIBS)

# These read a file beside their source.
$(B)/unit/test-smart: tests/unit/smart-zinnen.tsv
$(B)/unit/test-smart: ALL_CFLAGS += -DZINNEN='"$(CURDIR)/tests/unit/smart-zinnen.tsv"'
$(B)/unit/test-gemeente: tests/unit/gemeenten-2026.txt
$(B)/unit/test-gemeente: private ALL_CFLAGS += -DGEMEENTEN='"$(CURDIR)/tests/unit/gemeenten-2026.txt"'

# The field tables of dossier(5) come out of the schema.
$(B)/man/dossier.5: man/dossier.5.in $(B)/tools/schema-mdoc
	@mkdir -p $(@D)
	$(B)/tools/schema-mdoc <man/dossier.5.in >$@

$(B)/completions/bash/%: $(B)/bin/%
	@mkdir -p $(@D)
	$< --voltooiing=bash >$@
$(B)/completions/zsh/_%: $(B)/bin/%
	@mkdir -p $(@D)
	$< --voltooiing=zsh >$@
$(B)/completions/fish/%.fish: $(B)/bin/%
	@mkdir -p $(@D)
	$< --voltooiing=fish >$@

# The reports with portions of so many bytes, so that there is a cut everywhere; for the tests.
$(B)/draden/gesprek-rapport-%: $(B)/cmd/gesprek-rapport.o $(call PARTS,gesprek-rapport) common/journal/portion.c $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DPORTION_SIZE=$* $(LDFLAGS) $(HARDEN_LINK) -o $@ common/journal/portion.c $(filter %.o,$^) $(LIBRARY) $(LIBS)

# A calendar as another library reads it; only the tests need that one.
$(B)/ical/%: tests/ical/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) $(HARDEN_LINK) -o $@ $< -lical

# The shims are loaded before everything else, so they are built plain.
$(B)/fault/%: tests/fault/%.c
	@mkdir -p $(@D)
	$(CC) $(STANDARD) $(WARNINGS) -O2 -g -fPIC $(if $(filter sweep judge%,$*),,-shared) -o $@ $< -ldl

deps:
	@sh tools/deps.sh

demo: deps
	@$(MAKE) --no-print-directory all
	@sh tools/demo.sh

check-units: $(UNITS)
	@for unit in $(UNITS); do echo "$$unit"; "$$unit" || exit 1; done

test: deps
	@$(MAKE) --no-print-directory SAN=$(SAN) test-all

test-all: all $(UNITS) $(SHIMS) $(READERS) $(PIECES)
	@sh tools/test.sh $(B) $(BATS)

# With SAN=thread: under ThreadSanitizer, which says on standard error what it finds, where the tests see it.
test-draden: all $(PIECES)
	@BIN=$(CURDIR)/$(B)/bin bats tests/draden.bats

test-lang: deps
	@$(MAKE) --no-print-directory all $(UNITS) $(SHIMS) $(READERS) $(PIECES)
	@sh tools/test.sh $(B) $(BATS) $(BATS_LONG)

bench: all
	@bash bench/bench.sh

install: all
	install -d "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(MANDIR)/man1" "$(DESTDIR)$(MANDIR)/man5" "$(DESTDIR)$(MANDIR)/man7" \
		"$(DESTDIR)$(BASHDIR)" "$(DESTDIR)$(ZSHDIR)" "$(DESTDIR)$(FISHDIR)" "$(DESTDIR)$(DATADIR)"
	for c in $(COMMANDS); do \
		install -m 0755 $(B)/bin/$$c "$(DESTDIR)$(BINDIR)/$$c" && \
		install -m 0644 $(B)/completions/bash/$$c "$(DESTDIR)$(BASHDIR)/$$c" && \
		install -m 0644 $(B)/completions/zsh/_$$c "$(DESTDIR)$(ZSHDIR)/_$$c" && \
		install -m 0644 $(B)/completions/fish/$$c.fish "$(DESTDIR)$(FISHDIR)/$$c.fish" || exit 1; done
	for p in $(PAGES); do \
		f=man/$$p; test -e $$f || f=$(B)/man/$$p; \
		install -m 0644 $$f "$(DESTDIR)$(MANDIR)/man$${p##*.}/$$p" || exit 1; done
	install -m 0644 schema/*.xsd gegevens/levering-*.rec "$(DESTDIR)$(DATADIR)"

uninstall:
	for c in $(COMMANDS); do \
		rm -f "$(DESTDIR)$(BINDIR)/$$c" "$(DESTDIR)$(BASHDIR)/$$c" "$(DESTDIR)$(ZSHDIR)/_$$c" "$(DESTDIR)$(FISHDIR)/$$c.fish"; done
	for p in $(PAGES); do rm -f "$(DESTDIR)$(MANDIR)/man$${p##*.}/$$p"; done
	for x in $(notdir $(wildcard schema/*.xsd gegevens/levering-*.rec)); do rm -f "$(DESTDIR)$(DATADIR)/$$x"; done
	-rmdir "$(DESTDIR)$(DATADIR)" 2>/dev/null

clean:
	rm -rf build

format:
	clang-format -i common/*/*.[ch] cmd/*.c cmd/*/*.[ch] tests/*/*.[ch] bench/*.[ch] tools/*.c
