/// Programs of Keras calls with random models, arguments, shapes, labels, dtypes and batch sizes, run
/// as cells are.
enum EngineCalls: FuzzTarget {
  static let name = "engine"
  static let longest = 256

  static var seeds: [[UInt8]] { SeedBytes.seeds(65, 1) }

  static func text(of bytes: [UInt8]) -> String {
    var program = EngineProgram(bytes)
    return program.statements().joined(separator: "\n")
  }

  static func run(_ bytes: [UInt8]) throws {
    var program = EngineProgram(bytes)
    let statements = program.statements()
    try CellMachine.run(for: "keras") { $0.run(statements) }
  }
}
