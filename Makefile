# Two commands set everything up: `make site` and `make test`.

SWIFT_BUILD = swift build --explicit-target-dependency-import-check error

.PHONY: site test check serve lint format verify clean

# Builds the release binary, then the project's own site.
site: .build/release/dossier
	.build/release/dossier build
	@echo
	@echo "The site is built. Open site/index.html in a browser,"
	@echo "or run \`make serve\` and open http://127.0.0.1:8080/."

.build/release/dossier: system-libraries FORCE
	$(SWIFT_BUILD) --configuration release --static-swift-stdlib --product dossier

test: system-libraries
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build

# Every editorial and link finding of the project's own site; warnings fail too.
check: .build/release/dossier
	.build/release/dossier check --strict

serve: .build/release/dossier
	.build/release/dossier serve

lint:
	swift format lint --strict --recursive --parallel --configuration .swift-format Package.swift Sources Tests Plugins Benchmarks/Package.swift Benchmarks/Benchmarks Benchmarks/Sources/TemplateWorkloads

format:
	swift format format --in-place --recursive --parallel --configuration .swift-format Package.swift Sources Tests Plugins Benchmarks/Package.swift Benchmarks/Benchmarks Benchmarks/Sources/TemplateWorkloads

# The long set, run before an issue is closed: sanitizers, large sites, validators, links, peers.
verify: site
	Scripts/verify

clean:
	rm -rf .build .dossier

.PHONY: system-libraries FORCE
system-libraries:
	@Scripts/system-libraries
FORCE:
