# make lesson   set everything up and run the first lesson; says where the page is
# make test     set everything up and run all the tests
# make install  put the program into PREFIX/bin (default /usr/local)

PREFIX ?= /usr/local
LESSON := notebooks/redes-convolucionais.md
# A static Swift runtime halves the time to start; macOS has its runtime in the system.
RELEASE := -c release $(if $(filter Darwin,$(shell uname -s)),,--static-swift-stdlib)

# What `caderno --version` names.
export CADERNO_COMMIT := $(shell git describe --always --dirty --abbrev=8 --exclude '*' 2> /dev/null)

.PHONY: lesson build test setup install clean

lesson: build
	$$(swift build $(RELEASE) --show-bin-path)/caderno run $(LESSON) \
	  --fallback-data digits --to md,html -o build/

build: setup
	@[ -d .build/checkouts ] || echo "make: the first build takes three to seven minutes on two cores"
	swift build $(RELEASE) --product caderno

test: setup
	scripts/test

setup:
	@scripts/setup

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -s -m 755 $$(swift build $(RELEASE) --show-bin-path)/caderno $(DESTDIR)$(PREFIX)/bin/caderno

clean:
	rm -rf .build build
