# Every target sets up what it needs; nothing is installed again while requirements.lock stays the same.
.PHONY: site test lint test-unit test-engines preview check check-dates check-links confirm schema messages nginx sbom \
	audit audit-packages audit-pages picture benchmark benchmark-serving benchmark-readers benchmark-links lock clean
export NO_MKDOCS_2_WARNING = 1
BIN := .venv/bin
# Files in their order: by number of tests, those that build the project again and again would come last, on one core.
SIDE_BY_SIDE := --numprocesses auto --dist loadfile --no-loadscope-reorder
PORTAL := $(BIN)/portal

site:      ## build the site to site/, strictly, and check it
	@.ci/setup
	@$(BIN)/mkdocs build --strict

test: lint ## pass the linters and all tests
	@.ci/setup --test
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

lint:      ## have the linters find nothing: format, style, types, dead code; in Python and in scripts
	@.ci/setup --lint
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/vulture
	@$(BIN)/node .ci/node_modules/eslint/bin/eslint.js --config .ci/eslint.config.mjs
	@$(BIN)/node .ci/node_modules/typescript/bin/tsc --project .ci/tsconfig.json

test-unit: ## pass the tests of the rules alone, in less than a minute: for the loop while writing
	@.ci/setup --test
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE) tests/portal tests/faults

test-engines: ## have readers' journeys made in Chromium, Firefox and WebKit: each language at each width
	@.ci/setup --test
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile -m "" tests/engines

preview:   ## serve the site at http://127.0.0.1:8000/ and rebuild it on every change
	@.ci/setup
	@$(PORTAL) preview

check:     ## check the built site once more, without MkDocs: make check FORMAT=sarif OUTPUT=report.sarif
	@.ci/setup
	@$(PORTAL) check site $(if $(FORMAT),--format $(FORMAT)) $(if $(OUTPUT),--output $(OUTPUT))

check-dates: ## find the facts of docs/facts.yml whose review is due
	@.ci/setup
	@$(PORTAL) check-dates

check-links: ## ask the addresses of docs/facts.yml whether they still answer; writes links-report.json
	@.ci/setup
	@$(PORTAL) check-links --report links-report.json

confirm:   ## say that a translation fits its original: make confirm PAGE=admin/help
	@.ci/setup
	@$(PORTAL) confirm $(PAGE)

schema:    ## write docs/facts.schema.json anew from the models
	@.ci/setup
	@$(PORTAL) schema > docs/facts.schema.json.new && mv docs/facts.schema.json.new docs/facts.schema.json

nginx:     ## write deploy/nginx.conf anew from deploy/serving.yml
	@.ci/setup
	@$(PORTAL) nginx > deploy/nginx.conf.new && mv deploy/nginx.conf.new deploy/nginx.conf

sbom:      ## write sbom.cdx.json, the dependencies as CycloneDX; the same locks give the same file
	@.ci/setup
	@$(BIN)/python .ci/sbom.py

audit: audit-packages audit-pages ## both: what a release should pass, and what takes minutes or needs the network

audit-packages: ## ask for known weaknesses of the dependencies; fails where no advisory service answers
	@.ci/setup
	@.ci/audit

audit-pages: ## have Lighthouse judge accessibility, best practices and SEO of all pages; fails below 100
	@.ci/setup --lighthouse
	@$(BIN)/python .ci/audit_pages.py

picture:   ## take the README's picture of the site anew: .ci/picture.png
	@.ci/setup --test
	@$(BIN)/mkdocs build --quiet --strict
	@$(BIN)/python .ci/picture.py

messages:  ## add the messages that are new to the German catalogue, hooks/portal/problems/locale/de.po
	@.ci/setup
	@$(BIN)/pybabel --quiet extract --no-default-keywords --keyword say --add-location file --sort-by-file \
		--output .messages.pot hooks
	@$(BIN)/pybabel --quiet update --locale de --input-file .messages.pot --output-file hooks/portal/problems/locale/de.po \
		--no-fuzzy-matching --ignore-obsolete --no-wrap --ignore-pot-creation-date
	@rm .messages.pot

benchmark: ## measure what the checks cost, at 24 and at 1,500 pages
	@.ci/setup
	@$(BIN)/python benchmarks/checks.py

benchmark-serving: ## measure nginx with our configuration against plain nginx
	@.ci/setup --benchmark
	@$(BIN)/python benchmarks/serving.py

benchmark-readers: ## measure what a page costs readers, beside plain Material and Starlight with the same content
	@.ci/setup --lighthouse
	@$(BIN)/python benchmarks/readers.py

benchmark-links: ## measure the check of links against lychee's, at 1,500 pages
	@.ci/setup
	@$(BIN)/python benchmarks/links.py

lock:      ## pin the dependencies of pyproject.toml anew, with hashes and without index addresses
	@.ci/setup
	@$(BIN)/uv --version >/dev/null 2>&1 || $(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --quiet --output-file requirements.lock

clean:     ## remove everything that was built or installed here
	@rm -rf .venv .cache .ci/node_modules .ci/lighthouse/node_modules site site.new site.old sbom.cdx.json links-report.json
