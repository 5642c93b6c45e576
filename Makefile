SHELL := /bin/bash

PORT ?= 8080
export PORT
export SALA_PYTHON := $(CURDIR)/.venv/bin/python

.PHONY: help demo test bench check format screenshots clean

help:
	@echo "make demo         a Sala full of made-up life at http://127.0.0.1:$(PORT) (PORT=9000 changes the port)"
	@echo "make test         every test: Swift, then a real browser"
	@echo "make bench        how fast Sala is beside what the machine can do (ENTRIES=7850: the whole country)"
	@echo "make check        format, programmes, house rules"
	@echo "make format       lays out the Swift files as .swift-format says"
	@echo "make screenshots  a picture of every page in Screenshots/"
	@echo "make clean        forgets what was built, fetched and made up"

demo:
	@Scripts/demo

test:
	@Scripts/test

bench:
	@Scripts/bench

check:
	@Scripts/check

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests

screenshots:
	@Scripts/screenshots

clean:
	rm -rf .build .demo .venv Screenshots Public/fetched Data/fetched
