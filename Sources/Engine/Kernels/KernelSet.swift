internal import CKernels

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The kernels of one instruction set, over buffers that the caller owns.
///
/// Sizes are checked here, once for a call; the C code behind trusts them. All levels give the same
/// bits. The operations stand in extensions: elementwise, windows, pooling, losses, optimizers.
public struct KernelSet: Sendable {
  /// The instruction set that the kernels were compiled for; it changes their speed, and no bit.
  public let level: InstructionSet
  // A table lives as long as the process, and nobody writes to it.
  private nonisolated(unsafe) let address: UnsafePointer<caderno_kernels>

  /// - Throws: ``InstructionSetError/unavailable(_:)``
  public init(_ level: InstructionSet) throws(InstructionSetError) {
    guard let table = level.table else { throw .unavailable(level) }
    self.level = level
    address = table
  }

  /// The level that `CADERNO_ISA` asks for, or the machine's fastest; a value that can't be had
  /// counts as absent here, and ``InstructionSet/chosen(environment:)`` reports it.
  public static let active = KernelSet(forced: getenv(InstructionSet.variable))

  private init(forced name: UnsafeMutablePointer<CChar>?) {
    let wanted = name.flatMap { InstructionSet(rawValue: String(cString: $0)) }
    level = wanted.flatMap { $0.isAvailable ? $0 : nil } ?? .fastest
    address = level.table ?? caderno_scalar()
  }

  /// Nil where nobody counts.
  var work: WorkCount?

  var table: caderno_kernels { address.pointee }
}
