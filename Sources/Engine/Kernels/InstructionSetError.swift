/// Why a level of instructions can't be had.
public enum InstructionSetError: Error, Hashable, CustomStringConvertible {
  /// No level has this name.
  case unknown(String)
  /// The machine lacks the level.
  case unavailable(InstructionSet)

  /// The fault as `CADERNO_ISA=VALUE: …`, with the levels that this machine has.
  public var description: String {
    switch self {
    case .unknown(let name):
      "\(InstructionSet.variable)=\(name): no such instruction set; this machine has \(known)"
    case .unavailable(let level):
      "\(InstructionSet.variable)=\(level.rawValue): not on this machine, which has \(known)"
    }
  }

  private var known: String {
    InstructionSet.available.map(\.rawValue).joined(separator: ", ")
  }
}
