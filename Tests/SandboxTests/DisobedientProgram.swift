import Foundation
import TestSupport

/// The program that tries what the fence forbids, with the folders that it needs.
final class DisobedientProgram {
  let root: String
  var folder: String { root + "/lesson" }
  var outside: String { root + "/outside" }
  private let canary = Canary()

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/caderno-fence-\(UUID().uuidString)"
    for path in [folder, outside] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    for name in ["secret", "gone", "moved"] {
      try Data("secret".utf8).write(to: URL(fileURLWithPath: "\(outside)/\(name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Runs it; its lines.
  func run(_ mode: String, newest: Int = 1000) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = [mode, folder, outside, "\(canary.port)", "\(newest)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// How often somebody connected.
  var connections: Int { canary.connections }

  /// The names in the folder outside.
  func namesOutside() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: outside).sorted()
  }

  /// Beside the bundle of these tests.
  private static let path: String = {
    let root = Project.root
    let places = [
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
      Bundle.main.bundleURL, root.appendingPathComponent(".build/debug"),
    ].map { $0.appendingPathComponent("Disobedient").path }
    return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? places[2]
  }()
}

/// Listens on loopback and counts who connects.
private final class Canary {
  let port: UInt16
  private let file: CInt

  init() {
    file = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let file = file
    port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        precondition(bind(file, address, size) == 0 && listen(file, 128) == 0, "no port to be had")
        getsockname(file, address, &size)
      }
      return UInt16(bigEndian: pointer.pointee.sin_port)
    }
    _ = fcntl(file, F_SETFL, O_NONBLOCK)
  }

  deinit { close(file) }

  var connections: Int {
    var count = 0
    while true {
      let connection = accept(file, nil, nil)
      if connection < 0 { return count }
      close(connection)
      count += 1
    }
  }
}
