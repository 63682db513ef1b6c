# Short names for what one does often; nothing here is needed to run or test the program.
PYTHON = .venv/bin/python
.PHONY: test bench pictures lint lock fonts icons chime

test:
	python3 verkstad.py test

bench:
	python3 verkstad.py bench

pictures:   # the pictures in the README
	$(PYTHON) .ci/pictures

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m pyright
	.venv/bin/lint-imports

lock:
	uv lock
	uv export --quiet --format requirements-txt --no-header --no-annotate --no-emit-project --all-groups --output-file requirements.lock

fonts:      # after a font has been changed
	$(PYTHON) .ci/font_widths.py

icons:      # after an icon has been added
	$(PYTHON) .ci/icon_outlines.py
	PYTHONPATH=. $(PYTHON) .ci/arrows.py

chime:      # the sound when a step's time is up
	$(PYTHON) .ci/chime.py
