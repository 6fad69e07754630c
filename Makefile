# Every target sets up what it needs; nothing is installed again while requirements.lock stays the same.
.PHONY: site test preview check lock clean
export NO_MKDOCS_2_WARNING = 1
BIN := .venv/bin

site:      ## build the site to site/, strictly, and check it
	@.ci/setup
	@$(BIN)/mkdocs build --strict

test:      ## pass all tests
	@.ci/setup --test
	@$(BIN)/python -m pytest

preview:   ## serve the site at http://127.0.0.1:8000/ and rebuild it on every change
	@.ci/setup
	@$(BIN)/mkdocs serve

check:     ## check the built site once more, without MkDocs
	@.ci/setup
	@PYTHONPATH=hooks $(BIN)/python -m portal check site --docs docs --config mkdocs.yml $(if $(SITE_URL),--url $(SITE_URL))

lock:      ## pin the dependencies of pyproject.toml anew, with hashes and without index addresses
	@.ci/setup
	@$(BIN)/uv --version >/dev/null 2>&1 || $(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --output-file requirements.lock

clean:     ## remove everything that was built or installed here
	@rm -rf .venv site site.new site.old
