/// Programs of lessons' Python that use everything that cells know, with what breaks programs.
enum CellPrograms: FuzzTarget {
  static let name = "cells"
  static let longest = 512

  static var seeds: [[UInt8]] { SeedBytes.seeds(65, 2, step: 6) }

  static func text(of bytes: [UInt8]) -> String {
    var maker = ProgramMaker(bytes)
    return maker.statements().joined(separator: "\n")
  }

  static func run(_ bytes: [UInt8]) throws {
    var maker = ProgramMaker(bytes)
    let statements = maker.statements()
    try CellMachine.run(for: statements[0]) { $0.run(statements) }
  }
}
