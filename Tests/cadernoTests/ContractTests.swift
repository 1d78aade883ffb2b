import Testing

/// What stands at every declaration that other targets see.
@Suite struct ContractTests {
  /// A sentence, in every target: swift-format's rule looks at `public` alone.
  @Test func everythingThatOtherTargetsSeeHasAComment() throws {
    let declaration =
      /^ *(?:@\w+(?:\([^)]*\))? )*(?:(?:nonisolated|final|static|mutating|indirect|convenience|required) )*(?:public|package|open)(?:\(set\))? (?:[a-z(]+\)? )*(?:var|let|func|init|subscript|struct|class|enum|protocol|actor|typealias|case|associatedtype|static)\b/
    let manifest = try Manifest()
    var count = 0
    var bare: [String] = []
    for target in manifest.targets {
      for (name, text) in manifest.sources(of: target) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.firstMatch(of: declaration) != nil {
          // An overriding member says what the member says that it overrides.
          if line.contains(" override ") { continue }
          count += 1
          let above = lines[..<index].last { !$0.drop { $0 == " " }.hasPrefix("@") } ?? ""
          if !above.drop(while: { $0 == " " }).hasPrefix("///") {
            bare.append("\(target.name)/\(name):\(index + 1): \(line.drop { $0 == " " })")
          }
        }
      }
    }
    #expect(count > 2500)
    #expect(bare.isEmpty, "\(bare.joined(separator: "\n"))")
  }
}
