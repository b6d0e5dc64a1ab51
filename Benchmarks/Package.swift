// swift-tools-version: 6.2
import PackageDescription

/// The settings of the targets that stand in the parent package too: the same as there.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
]

/// A target of the parent package. `Sources/` holds links to the folders there: the targets have
/// `package` access, which does not reach from one package to another.
func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict)
}

let package = Package(
  name: "dossier-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Without the trait Jemalloc: what is measured is what users get, the C library's allocator.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/stencilproject/Stencil", exact: "0.15.1"),
  ],
  targets: [
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    module("Locking"),
    module("Diagnostics", uses: ["Locking"]),
    module("FileTree", uses: ["CCrypto", "Locking"]),
    module("CommonMark", uses: ["CCMark"]),
    module("EDTF"),
    module("PhraseMatching"),
    module("TimeExpressions", uses: ["EDTF"]),
    module("SpeechAttribution"),
    module("TemplateEngine", uses: ["Diagnostics"]),
    module("YAML", uses: ["CYAML", "Diagnostics"]),
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
    module(
      "DossierRendering",
      uses: [
        "CommonMark", "Diagnostics", "DossierModel", "EDTF", "FileTree", "PhraseMatching",
        "SpeechAttribution", "TemplateEngine",
      ]),

    // Reads the captures of a folder and prints what that cost.
    .executableTarget(
      name: "ImportSpeed", dependencies: ["ArticleImport", "Diagnostics", "FileTree"],
      swiftSettings: strict),

    // What is measured, without the frame that measures it: also a program that prints the ratios.
    .target(
      name: "TemplateWorkloads",
      dependencies: [
        "Diagnostics", "DossierLinking", "DossierLoading", "DossierModel", "DossierRendering",
        "FileTree", "TemplateEngine", .product(name: "Mustache", package: "swift-mustache"),
        "Stencil",
      ], swiftSettings: strict),
    .executableTarget(
      name: "Templates",
      dependencies: ["TemplateWorkloads", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Templates", swiftSettings: [.swiftLanguageMode(.v6)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
