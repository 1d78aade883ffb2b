internal import ArgumentParser
internal import Diagnostics
internal import Files
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Whether all that was printed got there.
enum StandardOutput {
  private static let firstError = Atomic<CInt>(0)

  /// Takes note of how a printing ended: an error number, 0 for success.
  static func note(_ error: CInt) {
    // Nobody listens any more: who reads a few lines and leaves wanted no more.
    guard error != 0, error != EPIPE else { return }
    _ = firstError.compareExchange(expected: 0, desired: error, ordering: .relaxed)
  }

  /// What the program ends with where words of its own got lost.
  ///
  /// - Throws: `Problem`.
  static func check() throws {
    let error = firstError.load(ordering: .relaxed)
    guard error != 0 else { return }
    let cause = SystemError.text(error)
    throw Problem(
      ExitCodes.world, code: "cannot-write",
      Message(
        "standard output: cannot be written: \(cause)",
        pt: "saída padrão: não pode ser gravada: \(cause)"))
  }
}
