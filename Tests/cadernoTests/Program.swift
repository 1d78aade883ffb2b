import Foundation
import TestSupport

/// The program under test, beside the bundle of these tests.
enum Program {
  /// `CADERNO_PROGRAM`, or what the build that these tests belong to has made.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["CADERNO_PROGRAM"] { return path }
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let root = Project.root
    let places = [
      bundle.appendingPathComponent("caderno"),
      Bundle.main.bundleURL.appendingPathComponent("caderno"),
      root.appendingPathComponent(".build/debug/caderno"),
    ]
    let found = places.map(\.path).first { FileManager.default.isExecutableFile(atPath: $0) }
    return found ?? places[2].path
  }()

  /// The program that simulates older kernels, beside it.
  static var disobedientPath: String {
    URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("Disobedient")
      .path
  }
}
