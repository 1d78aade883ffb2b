import Foundation
import Testing
import TestSupport

extension RecordedProgram {
  /// What scikit-learn and pandas print (Tests/Oracles/cells_libraries.py).
  static let tables: [RecordedProgram] = Fixture.read("Tables/tables.json")
  /// What frames draw and Matplotlib says, from the same script.
  static let plots: [RecordedProgram] = Fixture.read("Tables/plots.json")
}
