# Every target installs what it needs, unless it is already installed from the same lock files.
.PHONY: site test lint test-unit test-engines fuzz preview check check-dates check-links confirm schema codes messages nginx offline sbom \
	audit audit-packages audit-pages picture benchmark benchmark-serving benchmark-readers benchmark-links benchmark-search video lock clean
export NO_MKDOCS_2_WARNING = 1
BIN := .venv/bin
# Keep the order of files: by number of tests, the slow ones, which build the project, would run last on one core.
SIDE_BY_SIDE := --numprocesses auto --dist loadfile --no-loadscope-reorder
PORTAL := $(BIN)/portal

site:      ## build the site to site/ and check it; fails on any warning
	@.ci/setup
	@$(PORTAL) build

test: lint ## run the linters and all tests
	@.ci/setup --test
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

lint:      ## run the linters for Python and scripts: format, style, types, dead code
	@.ci/setup --lint
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/vulture
	@$(BIN)/node .ci/node_modules/eslint/bin/eslint.js --config .ci/eslint.config.mjs
	@$(BIN)/node .ci/node_modules/typescript/bin/tsc --project .ci/tsconfig.json

test-unit: ## run only the tests of the rules, in less than a minute, while developing
	@.ci/setup --test
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE) tests/portal tests/faults

fuzz:      ## damage the files that editors write in many more ways than the tests do, for minutes
	@.ci/setup --test
	@FUZZ=100 $(BIN)/python -m pytest $(SIDE_BY_SIDE) tests/portal/test_fuzz.py

test-engines: ## run readers' journeys in Chromium, Firefox and WebKit, in each language and width
	@.ci/setup --test
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile -m "" tests/engines

preview:   ## serve the site at http://127.0.0.1:8000/ and rebuild it on every change
	@.ci/setup
	@$(PORTAL) preview

check:     ## check the built site again, without MkDocs: make check FORMAT=sarif OUTPUT=report.sarif
	@.ci/setup
	@$(PORTAL) check site $(if $(FORMAT),--format $(FORMAT)) $(if $(OUTPUT),--output $(OUTPUT))

check-dates: ## report the facts in docs/facts.yml whose review is due
	@.ci/setup
	@$(PORTAL) check-dates

check-links: ## check whether the addresses in docs/facts.yml still answer; writes links-report.json
	@.ci/setup
	@$(PORTAL) check-links --report links-report.json

confirm:   ## confirm that a translation matches its original: make confirm PAGE=admin/help
	@.ci/setup
	@$(PORTAL) confirm $(PAGE)

schema:    ## regenerate docs/facts.schema.json and those of notices.yml, search.yml and the storyboard from the models
	@.ci/setup
	@$(PORTAL) schema storyboard > docs/video/storyboard.schema.json.new && \
		mv docs/video/storyboard.schema.json.new docs/video/storyboard.schema.json
	@$(PORTAL) schema notices > docs/notices.schema.json.new && mv docs/notices.schema.json.new docs/notices.schema.json
	@$(PORTAL) schema search > docs/search.schema.json.new && mv docs/search.schema.json.new docs/search.schema.json
	@$(PORTAL) schema > docs/facts.schema.json.new && mv docs/facts.schema.json.new docs/facts.schema.json

codes:     ## write hooks/CODES.md and hooks/CODES.de.md, the reference of problem codes, from the checks
	@.ci/setup
	@$(PORTAL) explain --reference en > hooks/CODES.md.new && mv hooks/CODES.md.new hooks/CODES.md
	@$(PORTAL) explain --reference de > hooks/CODES.de.md.new && mv hooks/CODES.de.md.new hooks/CODES.de.md

nginx:     ## regenerate deploy/nginx.conf from deploy/serving.yml
	@.ci/setup
	@$(PORTAL) nginx > deploy/nginx.conf.new && mv deploy/nginx.conf.new deploy/nginx.conf

offline:   ## build the site, and a copy of it that opens without a server: offline.zip
	@.ci/setup
	@$(BIN)/mkdocs build --strict
	@$(PORTAL) offline site offline.zip

sbom:      ## write the dependencies to sbom.cdx.json (CycloneDX), reproducibly
	@.ci/setup
	@$(BIN)/python .ci/sbom.py

audit: audit-packages audit-pages ## run both audits, for releases: they take minutes or need the network

audit-packages: ## check the dependencies for known vulnerabilities; fails if no advisory service answers
	@.ci/setup
	@.ci/audit

audit-pages: ## run Lighthouse on all pages: accessibility, best practices, SEO; fails below 100
	@.ci/setup --lighthouse
	@$(BIN)/python .ci/audit_pages.py

picture:   ## retake the README's screenshot of the site, .ci/picture.png
	@.ci/setup --test
	@$(BIN)/mkdocs build --quiet --strict
	@$(BIN)/python .ci/picture.py

video:     ## make the film of the short guide anew: docs/assets/video/, from docs/video/storyboard.yml
	@.ci/setup --test
	@$(BIN)/python .ci/video.py

messages:  ## update the German catalogue, hooks/portal/problems/locale/de.po, with new messages
	@.ci/setup
	@$(BIN)/pybabel --quiet extract --no-default-keywords --keyword say --add-location file --sort-by-file \
		--output .messages.pot hooks
	@$(BIN)/pybabel --quiet update --locale de --input-file .messages.pot --output-file hooks/portal/problems/locale/de.po \
		--no-fuzzy-matching --ignore-obsolete --no-wrap --ignore-pot-creation-date
	@rm .messages.pot

benchmark: ## measure the run time of the checks, at 24 and at 1,500 pages
	@.ci/setup
	@$(BIN)/python benchmarks/checks.py

benchmark-serving: ## measure nginx with our configuration against plain nginx
	@.ci/setup --benchmark
	@$(BIN)/python benchmarks/serving.py

benchmark-readers: ## measure page weight and speed against plain Material and Starlight with the same content
	@.ci/setup --lighthouse
	@$(BIN)/python benchmarks/readers.py

benchmark-links: ## measure the link check against lychee, at 1,500 pages
	@.ci/setup
	@$(BIN)/python benchmarks/links.py

benchmark-search: ## measure the search against lunr, Orama and Pagefind, at 48, 300 and 1,500 pages
	@.ci/setup --test
	@$(BIN)/python benchmarks/search.py

lock:      ## pin the dependencies in pyproject.toml again, with hashes and without index URLs
	@.ci/setup
	@$(BIN)/uv --version >/dev/null 2>&1 || $(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --output-file requirements.lock

clean:     ## remove everything built or installed here
	@rm -rf .venv .cache .ci/node_modules .ci/*/node_modules site site.new site.old site.lock sbom.cdx.json links-report.json
