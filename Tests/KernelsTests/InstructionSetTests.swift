import Kernels
import Testing

@Suite struct InstructionSetTests {
  @Test func `without the variable the fastest level is chosen`() throws {
    #expect(try InstructionSet.chosen(environment: [:]) == .fastest)
    #expect(try InstructionSet.chosen(environment: ["CADERNO_ISA": ""]) == .fastest)
  }

  @Test(arguments: InstructionSet.available)
  func `the variable forces a level`(level: InstructionSet) throws {
    #expect(try InstructionSet.chosen(environment: ["CADERNO_ISA": level.rawValue]) == level)
  }

  @Test func `an unknown level is an error that lists the known ones`() {
    let known = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
    #expect {
      try InstructionSet.chosen(environment: ["CADERNO_ISA": "mmx"])
    } throws: { error in
      "\(error)" == "CADERNO_ISA=mmx: no such instruction set; this machine has \(known)"
    }
  }

  @Test(arguments: InstructionSet.allCases.filter { !$0.isAvailable })
  func `a level that the machine lacks is an error`(level: InstructionSet) {
    let known = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
    #expect {
      try InstructionSet.chosen(environment: ["CADERNO_ISA": level.rawValue])
    } throws: { error in
      "\(error)" == "CADERNO_ISA=\(level.rawValue): not on this machine, which has \(known)"
    }
  }
}
