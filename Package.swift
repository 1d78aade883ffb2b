// swift-tools-version: 6.2
import PackageDescription

/// Set by the test script: a warning of ours is then an error.
let strict = Context.environment["CADERNO_STRICT"] != nil

let swift: [SwiftSetting] =
  [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// Whether a release build keeps the checks of indices that debug builds have.
let checked: [SwiftSetting] =
  Context.environment["CADERNO_CHECKED"] == nil ? [] : [.define("CADERNO_CHECKED")]

/// The commit that `--version` names.
let commit = Context.environment["CADERNO_COMMIT"]

/// Whether the build has faults that fuzzers and sanitizers must find.
let isPlanted = Context.environment["CADERNO_PLANTED"] != nil
let planted: [SwiftSetting] = isPlanted ? [.define("CADERNO_PLANTED")] : []

/// What `scripts/fuzz` builds; see Fuzz/README.md.
let fuzzing: [Target] =
  Context.environment["CADERNO_FUZZ"] == nil
  ? []
  : [
    .target(name: "CFuzzer", path: "Fuzz/CFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CFuzzer", "FuzzTargets"],
      path: "Fuzz/Fuzz", swiftSettings: swift),
  ]

/// What `scripts/sanitize --self-test` builds.
let faults: [Target] =
  isPlanted
  ? [
    .target(name: "CFaults", path: "Fuzz/CFaults"),
    .executableTarget(
      name: "faults", dependencies: ["CFaults", "Kernels", "Memory"], path: "Fuzz/Faults",
      swiftSettings: swift),
  ] : []

/// The folders of `Sources`; docs/architecture.md says what lives in which.
enum House: String {
  case documents = "Documents"
  case engine = "Engine"
  case python = "Python"
  case shared = "Shared"
  case program = "Program"

  func path(_ name: String) -> String { "Sources/\(rawValue)/\(name)" }

  /// A library of the system, and the Debian package and the formula that bring it.
  func library(_ name: String, _ pkgConfig: String, apt: String, brew: String) -> Target {
    .systemLibrary(
      name: name, path: path(name), pkgConfig: pkgConfig,
      providers: [.apt([apt]), .brew([brew])])
  }

  /// A target of our own in C.
  func c(
    _ name: String, settings: [CSetting] = [], links: [LinkerSetting] = []
  ) -> Target {
    .target(
      name: name, path: path(name), exclude: ["README.md"], cSettings: settings,
      linkerSettings: links)
  }

  /// A target of our own in Swift, and its tests under `Tests/<name>Tests`.
  ///
  /// `testFiles` are data that the tests read from their own folder.
  /// `needs` is the complete list of what the target imports: the test script builds with
  /// `--explicit-target-dependency-import-check error`, so the layers in docs/architecture.md hold.
  func target(
    _ name: String, needs: [Target.Dependency] = [], testsNeed: [Target.Dependency] = [],
    testFiles: [String] = [], settings: [SwiftSetting] = []
  ) -> [Target] {
    [
      .target(
        name: name, dependencies: needs, path: path(name), exclude: ["README.md"],
        swiftSettings: swift + settings),
      .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "TestSupport"] + needs + testsNeed,
        exclude: testFiles, swiftSettings: swift),
    ]
  }
}

let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A program that tries what the fence forbids: for tests alone, and where there is a fence.
#if os(Linux)
  let disobedient: [Target.Dependency] = ["Disobedient"]
  let disobedientTargets: [Target] = [
    .target(name: "CDisobedient", path: "Tests/CDisobedient"),
    .executableTarget(
      name: "Disobedient",
      dependencies: ["CDisobedient", "Sandbox", "PythonRuntime", "PythonSyntax", "Kernels"],
      path: "Tests/Disobedient", swiftSettings: swift),
  ]
#else
  let disobedient: [Target.Dependency] = []
  let disobedientTargets: [Target] = []
#endif

let shared: [Target] =
  [
    House.shared.library("CZlib", "zlib", apt: "zlib1g-dev", brew: "zlib"),
    House.shared.library("CCrypto", "libcrypto", apt: "libssl-dev", brew: "openssl@3"),
    House.shared.c("CStacks"),
  ]
  + [
    House.shared.target("Memory", settings: checked),
    House.shared.target("Texts"),
    House.shared.target("Stacks", needs: ["CStacks"]),
    House.shared.target("Diagnostics", needs: ["Texts"]),
    House.shared.target("Words", needs: ["Diagnostics"]),
    House.shared.target("JSON", needs: ["Diagnostics", "Texts"]),
    House.shared.target("Digests", needs: ["CCrypto", "Texts"]),
    House.shared.target("Files", needs: ["Diagnostics"]),
    House.shared.target("Caching", needs: ["Digests", "Files", "Diagnostics"]),
    House.shared.target("RunRecords", needs: ["Diagnostics", "Digests", "Texts"]),
  ].flatMap { $0 }

let documents: [Target] =
  [
    House.documents.library("CCommonMark", "libcmark", apt: "libcmark-dev", brew: "cmark"),
    House.documents.library("CGumbo", "gumbo", apt: "libgumbo-dev", brew: "gumbo-parser"),
    House.documents.library("CYAML", "yaml-0.1", apt: "libyaml-dev", brew: "libyaml"),
  ]
  + [
    House.documents.target("CommonMark", needs: ["CCommonMark", "CGumbo", "Texts"]),
    House.documents.target("YAML", needs: ["CYAML"]),
    House.documents.target(
      "Notebooks",
      needs: ["CommonMark", "Diagnostics", "Digests", "Files", "Texts", "Words", "YAML"]),
    House.documents.target(
      "JupyterNotebooks",
      needs: ["Notebooks", "CommonMark", "Diagnostics", "JSON", "PythonSyntax", "Texts"]),
    House.documents.target(
      "Rendering",
      needs: [
        "JupyterNotebooks", "Notebooks", "CommonMark", "Diagnostics", "Digests", "JSON",
        "RunRecords", "Texts", "Words",
      ], testsNeed: ["Execution", "Datasets"]),
    House.documents.target("Comparison", needs: ["RunRecords", "Diagnostics", "Texts"]),
  ].flatMap { $0 }

let python: [Target] =
  [House.python.library("CPCRE2", "libpcre2-32", apt: "libpcre2-dev", brew: "pcre2")]
  + [
    House.python.target("PythonSyntax", needs: ["Texts"]),
    House.python.target("Twister"),
    House.python.target(
      "PythonRuntime", needs: ["PythonSyntax", "Stacks", "CStacks", "Texts", "BigInt"],
      testsNeed: ["PythonLibrary", "TestPrograms"]),
    House.python.target(
      "PythonLibrary", needs: ["PythonRuntime", "Twister", "JSON", "Texts", "BigInt", "CPCRE2"],
      testsNeed: ["TestPrograms"]),
    House.python.target("Arrays", needs: ["Twister", "Memory", "Texts"]),
    House.python.target(
      "NumPy", needs: ["Arrays", "Texts", "Twister"], testsNeed: ["PythonSyntax"]),
    House.python.target(
      "NumPyModule", needs: ["PythonRuntime", "NumPy", "Arrays"], testsNeed: ["TestPrograms"]),
    House.python.target("Matplotlib", needs: ["CZlib", "Texts"]),
    House.python.target(
      "MatplotlibModule", needs: ["NumPyModule", "PythonRuntime", "NumPy", "Arrays", "Matplotlib"],
      testsNeed: ["PythonSyntax"]),
    House.python.target(
      "Tables",
      needs: ["NumPyModule", "PythonRuntime", "PythonSyntax", "NumPy", "Arrays", "Texts"],
      testsNeed: ["MatplotlibModule", "TestPrograms"]),
    House.python.target(
      "KerasModule",
      needs: [
        "NumPyModule", "PythonRuntime", "Training", "Networks", "Datasets", "Memory", "NumPy",
        "Arrays", "Tensors", "Texts",
      ], testsNeed: ["PythonLibrary", "PythonSyntax", "Tables", "TestExecutors", "TestPrograms"]),
  ].flatMap { $0 }

let engine: [Target] =
  [
    House.engine.library("CMinizip", "minizip", apt: "libminizip-dev", brew: "minizip"),
    House.engine.c("CKernels", settings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),
    House.engine.c("CCurl", links: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  ]
  + [
    House.engine.target("Kernels", needs: ["CKernels", "Memory"]),
    House.engine.target("Tensors", needs: ["Kernels", "Memory"]),
    House.engine.target(
      "Datasets",
      needs: [
        "Tensors", "Memory", "Diagnostics", "Digests", "Files", "CZlib", "CMinizip", "CCurl",
      ]),
    House.engine.target(
      "Networks", needs: ["Datasets", "Tensors", "Kernels", "Memory", "Digests"],
      testsNeed: ["TestExecutors"], testFiles: ["Fixtures"], settings: planted),
    House.engine.target(
      "Training", needs: ["Networks", "Caching", "Digests", "Memory", "Tensors"],
      testsNeed: ["Diagnostics", "TestExecutors"]),
  ].flatMap { $0 }

let program: [Target] =
  [
    House.program.c("CSandbox"),
    House.program.c(
      "CVersion", settings: commit.map { [.define("CADERNO_COMMIT", to: "\"\($0)\"")] } ?? []),
  ]
  + [
    House.program.target("Sandbox", needs: ["CSandbox", "Files"], testsNeed: disobedient),
    House.program.target(
      "Execution",
      needs: [
        "Notebooks", "PythonSyntax", "RunRecords", "Networks", "Datasets", "Tensors", "Caching",
        "Files", "Diagnostics", "Digests", "Memory", "PythonRuntime", "PythonLibrary",
        "NumPyModule", "KerasModule", "MatplotlibModule", "Tables", "Stacks", "Training", "Texts",
        "Words",
      ]),
    [
      .executableTarget(
        name: "caderno",
        dependencies: [
          "Comparison", "Execution", "Rendering", "JupyterNotebooks", "Notebooks", "RunRecords",
          "Datasets", "Networks",
          "Kernels", "Tensors", "Caching", "Files", "Sandbox", "Stacks", "Diagnostics", "Digests",
          "CVersion", "JSON", "Texts", arguments,
        ],
        path: House.program.path("caderno"), exclude: ["README.md"], swiftSettings: swift),
      .testTarget(
        name: "cadernoTests",
        dependencies: ["caderno", "TestSupport", "Execution", "RunRecords", "Diagnostics"]
          + disobedient,
        swiftSettings: swift),
    ],
  ].flatMap { $0 }

/// What tests of several targets share.
let forTests: [Target] = [
  .target(
    name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport",
    exclude: ["README.md"], swiftSettings: swift),
  .target(
    name: "TestExecutors", dependencies: ["Networks"], path: "Tests/TestExecutors",
    swiftSettings: swift),
  .target(
    name: "TestPrograms",
    dependencies: ["TestSupport", "PythonLibrary", "PythonRuntime", "PythonSyntax"],
    path: "Tests/TestPrograms", swiftSettings: swift),
]

/// The programs of the tutorials, which the tests run.
let tutorials: [Target] = [
  .executableTarget(
    name: "CountWords", dependencies: ["Notebooks", "Diagnostics"],
    path: House.documents.path("Notebooks/Notebooks.docc/Resources"),
    sources: ["CountWords.swift"], swiftSettings: swift),
  .executableTarget(
    name: "TellBarsApart", dependencies: ["Networks", "Datasets", "Tensors"],
    path: House.engine.path("Networks/Networks.docc/Resources"),
    sources: ["TellBarsApart.swift"], swiftSettings: swift),
]

let package = Package(
  name: "caderno",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "caderno", targets: ["caderno"]),
    .library(name: "CadernoNotebooks", targets: ["Notebooks", "CommonMark", "Diagnostics"]),
    .library(name: "CadernoEngine", targets: ["Networks", "Datasets", "Tensors"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.0"),
  ],
  targets: [
    shared, documents, python, engine, program, forTests,
    [
      .target(
        name: "FuzzTargets",
        dependencies: [
          "NumPyModule", "Caching", "PythonRuntime", "PythonLibrary", "Comparison", "Datasets",
          "Diagnostics", "Digests", "Execution", "JSON", "JupyterNotebooks", "KerasModule",
          "PythonSyntax", "Networks", "Notebooks", "MatplotlibModule", "Rendering",
          "RunRecords", "Stacks", "Tables", "Tensors",
        ],
        path: "Fuzz/Targets", swiftSettings: swift),
      .testTarget(
        name: "FuzzTargetsTests", dependencies: ["FuzzTargets"], path: "Fuzz/Tests",
        swiftSettings: swift),
    ],
    tutorials, disobedientTargets, fuzzing, faults,
  ].flatMap { $0 },
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)
