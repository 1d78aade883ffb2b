import Glibc
import Synchronization

/// Where attempts are made.
struct Places: Sendable {
  /// The folder that the fence is around.
  let folder: String
  /// A folder that it isn't, with a file `secret` in it and files `gone` and `moved` for each attempt.
  let outside: String
  /// A port on loopback where somebody listens.
  let port: UInt16
  /// The process that started this one.
  let tester = getppid()

  private static let count = Atomic<Int>(0)

  static func next() -> Int { count.add(1, ordering: .relaxed).newValue }

  /// A path outside where nothing is yet.
  func unused(_ name: String) -> String { "\(outside)/\(name)-\(getpid())-\(Self.next())" }

  /// A path outside of a file that was made before the fence went up, where it can't be made any more.
  func made(_ name: String) -> String {
    let path = unused(name)
    let file = open(path, O_WRONLY | O_CREAT, 0o666)
    guard file >= 0 else { return "\(outside)/\(name)" }
    close(file)
    return path
  }
}
