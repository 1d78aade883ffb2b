extension InstructionSet {
  /// The environment variable that forces a level, for tests and measurements.
  public static let variable = "CADERNO_ISA"

  /// The level to use: what the variable asks for, else the fastest of the machine.
  ///
  /// - Throws: ``InstructionSetError`` where the variable names no level, or one that this machine
  ///   doesn't have.
  public static func chosen(
    environment: [String: String]
  ) throws(InstructionSetError) -> InstructionSet {
    guard let name = environment[variable], !name.isEmpty else { return fastest }
    guard let level = InstructionSet(rawValue: name) else { throw .unknown(name) }
    guard level.isAvailable else { throw .unavailable(level) }
    return level
  }

  /// The fastest level of the machine.
  public static var fastest: InstructionSet { available.last ?? .scalar }
}
