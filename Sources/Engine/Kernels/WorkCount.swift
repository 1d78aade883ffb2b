/// How much the kernels that have it were asked to do, for tests that hold growth to a bound.
///
/// One thread at a time may add to it.
public final class WorkCount: @unchecked Sendable {
  /// Multiply-adds, and numbers that were visited for anything else.
  public private(set) var operations = 0

  /// A count that begins at 0, for ``KernelSet/counting(_:)``.
  public init() {}

  func add(_ count: Int) { operations += count }
}

extension KernelSet {
  /// The same kernels, which add to a count what they are asked to do.
  public func counting(_ work: WorkCount) -> KernelSet {
    var kernels = self
    kernels.work = work
    return kernels
  }

  /// Notes operations where somebody counts.
  public func note(_ count: @autoclosure () -> Int) { work?.add(count()) }
}
