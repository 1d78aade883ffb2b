internal import Diagnostics

/// Splits a directive's findings by `expect_error`: the error that was asked for is no error.
struct ErrorExpectation {
  /// The error that the directive was to fail with, where planning found it.
  let met: Diagnostic?
  /// What is reported all the same.
  let remaining: [Diagnostic]

  /// - Parameter allowsAny: whether the directive may fail with any error, so that none is one.
  init(_ code: String?, _ findings: [Diagnostic], allowsAny: Bool = false) {
    if allowsAny {
      met = findings.first { $0.severity == .error }
      remaining = findings.filter { $0.severity != .error }
      return
    }
    let index = code.flatMap { code in
      findings.firstIndex { $0.severity == .error && $0.code == code }
    }
    met = index.map { findings[$0] }
    remaining = findings.enumerated().filter { $0.offset != index }.map(\.element)
  }
}
