internal import Diagnostics

/// Splits a directive's findings by `expect_error`: the error that was asked for is no error.
struct ErrorExpectation {
  /// The error that the directive was to fail with, where planning found it.
  let met: Diagnostic?
  /// What is reported all the same.
  let remaining: [Diagnostic]

  init(_ code: String?, _ findings: [Diagnostic]) {
    let index = code.flatMap { code in
      findings.firstIndex { $0.severity == .error && $0.code == code }
    }
    met = index.map { findings[$0] }
    remaining = findings.enumerated().filter { $0.offset != index }.map(\.element)
  }
}
