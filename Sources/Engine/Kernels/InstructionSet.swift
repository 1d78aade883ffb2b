internal import CKernels

/// A level of vector instructions that the kernels are compiled for; all give the same bits.
public enum InstructionSet: String, Sendable, CaseIterable {
  /// The baseline of the architecture; multiply-adds may be emulated, so it can be slow.
  case scalar
  case avx2
  case avx512
  case neon

  /// Whether this build, processor and system can run it.
  public var isAvailable: Bool { table != nil }

  /// The levels of this machine, slowest first.
  public static let available = allCases.filter(\.isAvailable)

  var table: UnsafePointer<caderno_kernels>? {
    switch self {
    case .scalar: caderno_scalar()
    case .avx2: caderno_avx2()
    case .avx512: caderno_avx512()
    case .neon: caderno_neon()
    }
  }
}
