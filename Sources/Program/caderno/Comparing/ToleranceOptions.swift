internal import ArgumentParser
internal import Comparison

/// How far numbers may differ.
struct ToleranceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Allow numbers to differ by this part of the larger.", valueName: "number"))
  var rtol = 0.0

  @Option(help: ArgumentHelp("Allow numbers to differ by this much.", valueName: "number"))
  var atol = 0.0

  func validate() throws {
    for (name, value) in [("rtol", rtol), ("atol", atol)] where !(value >= 0 && value.isFinite) {
      throw ValidationError("--\(name) must be a number of at least 0")
    }
  }

  var tolerance: Tolerance { Tolerance(absolute: atol, relative: rtol) }
}
