import Testing

@testable import Networks

@Suite struct SumActivationTests {
  @Test func `a layer that keeps no sums refuses a function whose gradient reads them`() throws {
    let call = ArgumentCall.make("Dense", .int(3), with: ["activation": .string("swish")])
    let bound = try Dense.signature.bind(call)
    #expect(try bound.activation("activation", keepsSums: true) is SiLU)
    let error = try #require(throws: ArgumentError.self) { try bound.activation("activation") }
    #expect(error.description == "Dense: 'activation' can't be 'swish' here")
    #expect(error.place == .keyword("activation"))
  }

  @Test(arguments: [("swish", "SiLU"), ("hard_swish", "HardSiLU"), ("gelu", "GELU")])
  func `a spelling that lessons use names an activation`(
    _ spelling: String, _ name: String
  ) throws {
    #expect(type(of: try ActivationCatalog.make(spelling)).signature.name == name)
  }
}
