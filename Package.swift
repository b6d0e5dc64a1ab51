// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target: language mode 6 and everything that makes the compiler strict.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A library target of the package, with its arrows: what it may import is what stands in `uses`.
func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

/// The tests of a target. They may import what the target may, the target, and `also`.
func tests(_ name: String, also: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + also,
    path: "Tests/\(name)Tests", swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let serviceLifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
  name: "dossier",
  products: [.executable(name: "dossier", targets: ["dossier"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
  ],
  targets: [
    // System libraries. Scripts/system-libraries names their Debian packages.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    // A header of the C library that Swift's Glibc module leaves out.
    .systemLibrary(name: "CMalloc"),

    // Tools: they know no word of conflicts, sites or pages.
    module("Locking"),
    module("Diagnostics", uses: ["Locking"]),
    module("FileTree", uses: ["CCrypto", "Locking"]),
    module("CommonMark", uses: ["CCMark"]),
    module("EDTF"),
    module("PhraseMatching"),
    module("Subprocesses"),
    module("WebFetching", uses: ["Subprocesses"]),
    module("GitHistory", uses: ["FileTree", "Subprocesses"]),
    module("SearchIndexing", uses: ["FileTree", "PhraseMatching"]),
    module("TimeExpressions", uses: ["EDTF"]),
    module("SpeechAttribution"),
    module("TemplateEngine", uses: ["Diagnostics"]),
    module("YAML", uses: ["CYAML", "Diagnostics"]),

    // Stages: they never import one another and meet only in DossierModel.
    module("DossierModel", uses: ["CommonMark", "Diagnostics", "EDTF", "FileTree", "Locking"]),
    module("ArticleImport", uses: ["CGumbo", "Diagnostics", "DossierModel", "EDTF"]),
    module(
      "DossierLoading",
      uses: [
        "ArticleImport", "CommonMark", "Diagnostics", "DossierModel", "EDTF", "FileTree", "YAML",
      ]),
    module(
      "DossierLinking",
      uses: [
        "CommonMark", "Diagnostics", "DossierModel", "EDTF", "FileTree", "PhraseMatching",
        "SpeechAttribution", "TimeExpressions",
      ]),
    module("DossierChecking", uses: ["CommonMark", "Diagnostics", "DossierModel", "FileTree"]),
    module(
      "DossierRendering",
      uses: [
        "CommonMark", "Diagnostics", "DossierModel", "EDTF", "FileTree", "Locking",
        "PhraseMatching", "SearchIndexing", "SpeechAttribution", "TemplateEngine",
      ]),
    module(
      "DossierExport",
      uses: ["CommonMark", "Diagnostics", "DossierModel", "EDTF", "FileTree", grdb]),
    module("DossierEmission", uses: ["DossierModel", "FileTree", "Locking"]),

    // Assembly.
    .target(
      name: "DossierBuild",
      dependencies: [
        "Diagnostics", "DossierChecking", "DossierLinking", "DossierLoading", "DossierModel",
        "DossierRendering", "EDTF", "FileTree", "GitHistory", "Locking", "TemplateEngine",
      ],
      swiftSettings: strict, plugins: ["EmbedTheme"]),
    .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["ThemeEmbedder"]),
    .executableTarget(name: "ThemeEmbedder", swiftSettings: strict),
    module(
      "DossierPreview",
      uses: ["DossierModel", "Locking", hummingbird, serviceLifecycle, unixSignals, logging]),
    module(
      "DossierCommands",
      uses: [
        "ArticleImport", "CMalloc", "Diagnostics", "DossierBuild", "DossierEmission",
        "DossierExport", "DossierLinking", "DossierLoading", "DossierModel", "DossierPreview",
        "EDTF", "FileTree", "GitHistory", "SpeechAttribution", "TimeExpressions", "WebFetching",
        argumentParser,
      ]),
    .executableTarget(
      name: "dossier", dependencies: ["DossierCommands", argumentParser], swiftSettings: strict),

    // Tests: one target a target, and the binary from outside.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Locking"),
    tests("Diagnostics"),
    tests("FileTree"),
    tests("CommonMark", also: ["TestSupport"]),
    tests("EDTF"),
    tests("PhraseMatching"),
    tests("Subprocesses"),
    tests("SearchIndexing", also: ["Locking"]),
    tests("WebFetching"),
    tests("GitHistory", also: ["FileTree"]),
    tests("TimeExpressions", also: ["EDTF", "TestSupport"]),
    tests("SpeechAttribution", also: ["TestSupport"]),
    tests("TemplateEngine", also: ["Diagnostics"]),
    tests("YAML", also: ["Diagnostics"]),
    tests("DossierModel", also: ["CommonMark", "Diagnostics", "EDTF", "FileTree"]),
    tests("ArticleImport", also: ["Diagnostics", "DossierModel", "TestSupport"]),
    tests(
      "DossierLoading",
      also: ["CommonMark", "Diagnostics", "DossierModel", "EDTF", "FileTree", "YAML"]),
    tests(
      "DossierLinking",
      also: [
        "CommonMark", "Diagnostics", "DossierLoading", "DossierModel", "EDTF", "FileTree",
        "TestSupport",
      ]),
    tests(
      "DossierChecking",
      also: ["Diagnostics", "DossierLinking", "DossierLoading", "DossierModel", "FileTree"]),
    tests(
      "DossierRendering",
      also: [
        "Diagnostics", "DossierLinking", "DossierLoading", "DossierModel", "EDTF", "FileTree",
        "Locking", "TemplateEngine",
      ]),
    tests(
      "DossierExport",
      also: [
        "Diagnostics", "DossierLinking", "DossierLoading", "DossierModel", "FileTree",
        "TestSupport",
      ]),
    tests("DossierEmission", also: ["DossierModel", "FileTree"]),
    tests(
      "DossierBuild",
      also: [
        "Diagnostics", "DossierEmission", "DossierLoading", "DossierModel", "EDTF", "FileTree",
        "Locking",
      ]),
    tests("DossierPreview", also: ["DossierModel", "Locking"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["dossier"], path: "Tests/EndToEndTests",
      swiftSettings: strict),
  ]
)
