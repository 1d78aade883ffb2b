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

/// A Swift target under `Sources/<name>` and its tests under `Tests/<name>Tests`.
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
      name: name, dependencies: needs, exclude: ["README.md"], swiftSettings: swift + settings),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.target(name: name)] + needs + testsNeed,
      exclude: testFiles, swiftSettings: swift),
  ]
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
      dependencies: ["CDisobedient", "Sandbox", "Cells", "KerasNotation", "Kernels"],
      path: "Tests/Disobedient", swiftSettings: swift),
  ]
#else
  let disobedient: [Target.Dependency] = []
  let disobedientTargets: [Target] = []
#endif

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
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.0"),
  ],
  targets: [
    // Level 0: what the system or C gives.
    [
      .systemLibrary(
        name: "CCommonMark", pkgConfig: "libcmark",
        providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
      .systemLibrary(
        name: "CZlib", pkgConfig: "zlib",
        providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
      .systemLibrary(
        name: "CMinizip", pkgConfig: "minizip",
        providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
      .systemLibrary(
        name: "CCrypto", pkgConfig: "libcrypto",
        providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
      .target(
        name: "CKernels", exclude: ["README.md"],
        cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),
      .target(
        name: "CCurl", exclude: ["README.md"],
        linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
      .target(name: "CSandbox", exclude: ["README.md"]),
      .target(name: "CStacks", exclude: ["README.md"]),
    ],
    target("Memory", settings: checked),
    // Shared values.
    target("Stacks", needs: ["CStacks"]),
    target("Diagnostics"),
    target("Digests", needs: ["CCrypto"]),
    target("Files", needs: ["Diagnostics"]),
    target("Sandbox", needs: ["CSandbox", "Files"], testsNeed: disobedient),
    target("Caching", needs: ["Digests", "Files", "Diagnostics"]),
    target("RunRecords", needs: ["Diagnostics", "Digests"]),
    // The document tower.
    target("CommonMark", needs: ["CCommonMark"]),
    target("Notebooks", needs: ["CommonMark", "Diagnostics", "Digests", "Files", "Yams"]),
    target(
      "JupyterNotebooks", needs: ["Notebooks", "CommonMark", "Diagnostics", "KerasNotation"]),
    target("KerasNotation"),
    target("Cells", needs: ["KerasNotation", "Stacks", "CStacks", "BigInt"]),
    target(
      "Rendering",
      needs: [
        "JupyterNotebooks", "Notebooks", "CommonMark", "Diagnostics", "Digests", "RunRecords",
      ], testsNeed: ["Execution", "Datasets"]),
    target("Comparison", needs: ["RunRecords", "Diagnostics"]),
    // Arrays as Python lessons use them.
    target("NumericArrays", needs: ["Memory"]),
    target("NumPyModule", needs: ["NumericArrays"], testsNeed: ["KerasNotation"]),
    target(
      "ArrayCells", needs: ["Cells", "NumPyModule", "NumericArrays"], testsNeed: ["KerasNotation"]),
    // Figures as Matplotlib draws them.
    target("Plots", needs: ["CZlib"]),
    // What tests of several targets share.
    [
      .target(
        name: "TestExecutors", dependencies: ["Networks"], path: "Tests/TestExecutors",
        swiftSettings: swift)
    ],
    // The engine tower.
    target("Kernels", needs: ["CKernels", "Memory"]),
    target("Tensors", needs: ["Kernels", "Memory"]),
    target(
      "Datasets",
      needs: [
        "Tensors", "Memory", "Diagnostics", "Digests", "Files", "CZlib", "CMinizip", "CCurl",
      ]),
    target(
      "Networks", needs: ["Datasets", "Tensors", "Kernels", "Memory", "Digests"],
      testsNeed: ["TestExecutors"], testFiles: ["Fixtures"], settings: planted),
    // The one way to train.
    target(
      "Training", needs: ["Networks", "Caching", "Digests", "Memory", "Tensors"],
      testsNeed: ["Diagnostics", "TestExecutors"]),
    // Keras for cells.
    target(
      "KerasCells",
      needs: [
        "ArrayCells", "Cells", "Training", "Networks", "Datasets", "Memory", "NumPyModule",
        "NumericArrays", "Tensors",
      ], testsNeed: ["KerasNotation", "TestExecutors"]),
    target(
      "PlotCells", needs: ["ArrayCells", "Cells", "NumPyModule", "NumericArrays", "Plots"],
      testsNeed: ["KerasNotation"]),
    target(
      "TableCells", needs: ["ArrayCells", "Cells", "NumPyModule", "NumericArrays"],
      testsNeed: ["KerasNotation"]),
    // The bridge.
    target(
      "Execution",
      needs: [
        "Notebooks", "KerasNotation", "RunRecords", "Networks", "Datasets", "Tensors", "Caching",
        "Files", "Diagnostics", "Digests", "Memory", "Cells", "ArrayCells", "KerasCells",
        "PlotCells", "TableCells", "Stacks", "Training",
      ]),
    [
      .executableTarget(
        name: "caderno",
        dependencies: [
          "Comparison", "Execution", "Rendering", "JupyterNotebooks", "Notebooks", "RunRecords",
          "Datasets", "Networks",
          "Kernels", "Tensors", "Caching", "Files", "Sandbox", "Stacks", "Diagnostics", "Digests",
          arguments,
        ],
        exclude: ["README.md"], swiftSettings: swift),
      .testTarget(
        name: "cadernoTests",
        dependencies: ["caderno", "Execution", "RunRecords", "Diagnostics"] + disobedient,
        swiftSettings: swift),
    ],
    [
      .target(
        name: "FuzzTargets",
        dependencies: [
          "ArrayCells", "Caching", "Cells", "Comparison", "Datasets", "Diagnostics", "Digests",
          "Execution", "JupyterNotebooks", "KerasCells", "KerasNotation", "Networks", "Notebooks",
          "PlotCells", "Rendering", "RunRecords", "Stacks", "TableCells", "Tensors",
        ],
        path: "Fuzz/Targets", swiftSettings: swift),
      .testTarget(
        name: "FuzzTargetsTests", dependencies: ["FuzzTargets"], path: "Fuzz/Tests",
        swiftSettings: swift),
    ],
    disobedientTargets, fuzzing, faults,
  ].flatMap { $0 },
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c11
)
