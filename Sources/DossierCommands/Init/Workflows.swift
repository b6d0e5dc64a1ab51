/// The CI workflows that `init` writes: build, check with annotations, deploy.
///
/// The project's own are made from them: what stands between the two lines `Dossier itself` is left
/// out, and the source is `.`.
enum Workflows {
  /// GitHub Actions, with GitHub Pages.
  static let gitHub = """
    # Builds the site at every change, checks it, and publishes it on GitHub Pages.
    # Settings > Pages > Source must be "GitHub Actions".
    name: site
    on:
      push:
        branches: [main]
      pull_request:
      workflow_dispatch:
    permissions:
      contents: read
    concurrency:
      group: pages-${{ github.ref }}
      cancel-in-progress: true
    jobs:
      build:
        runs-on: ubuntu-latest
        container: swift:6.3-bookworm
        steps:
          - name: Git, so that the history is there
            run: apt-get update && apt-get install --yes git
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0
          - run: git config --global --add safe.directory "$GITHUB_WORKSPACE"
          # Dossier itself: the repository variable DOSSIER_REPOSITORY (Settings > Secrets and variables >
          # Actions) names the repository that it is built from, OWNER/NAME.
          - uses: actions/checkout@v4
            with:
              repository: ${{ vars.DOSSIER_REPOSITORY }}
              path: .dossier-source
          # Dossier itself.
          - name: System libraries
            run: .dossier-source/Scripts/system-libraries
          - uses: actions/cache@v4
            with:
              path: .dossier-source/.build
              key: swift-${{ hashFiles('.dossier-source/Package.swift', '.dossier-source/Sources/**') }}
          - uses: actions/cache@v4
            with:
              path: .dossier
              key: dossier-${{ github.sha }}
              restore-keys: dossier-
          - name: Build Dossier
            run: swift build --package-path .dossier-source --configuration release --static-swift-stdlib --product dossier
          - name: Check
            run: .dossier-source/.build/release/dossier check --format github
          - name: Build the site
            run: .dossier-source/.build/release/dossier build --output site
          - uses: actions/upload-pages-artifact@v3
            with:
              path: site
      deploy:
        if: github.ref == 'refs/heads/main'
        needs: build
        runs-on: ubuntu-latest
        permissions:
          pages: write
          id-token: write
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - id: deployment
            uses: actions/deploy-pages@v4

    """

  /// GitLab CI, with GitLab Pages.
  static let gitLab = """
    # Builds the site at every change, checks it, and publishes it on GitLab Pages.
    image: swift:6.3-bookworm
    variables:
      GIT_DEPTH: 0
    cache:
      key: dossier
      paths: [.dossier/, .dossier-source/.build/]
    .dossier:
      before_script:
        - apt-get update && apt-get install --yes git
        # Dossier itself: the CI variable DOSSIER_REPOSITORY is the address of the repository that it is built from.
        - test -d .dossier-source/.git || (git init -q .dossier-source && git -C .dossier-source remote add origin "$DOSSIER_REPOSITORY")
        - git -C .dossier-source fetch -q --depth 1 origin HEAD && git -C .dossier-source checkout -q -f FETCH_HEAD
        # Dossier itself.
        - .dossier-source/Scripts/system-libraries
        - swift build --package-path .dossier-source --configuration release --static-swift-stdlib --product dossier
        - .dossier-source/.build/release/dossier check
    check:
      extends: .dossier
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      script:
        - .dossier-source/.build/release/dossier build --output site
    pages:
      extends: .dossier
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      script:
        - .dossier-source/.build/release/dossier build --output public
      artifacts:
        paths: [public]

    """
}
