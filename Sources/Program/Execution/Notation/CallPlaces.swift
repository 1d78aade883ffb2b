internal import PythonSyntax
internal import Networks

/// Where the parts of a call stand in the notebook.
struct CallPlaces: Sendable {
  /// The name of what is called.
  let name: Range<Int>
  private let positional: [Range<Int>]
  private let keywords: [String: (name: Range<Int>, value: Range<Int>)]

  init(_ callee: ExpressionNode, _ arguments: [Argument], _ notation: NotationReader) {
    name = notation.place(CalleeName(callee)?.range ?? callee.range)
    positional = arguments.filter { $0.keyword == nil }.map { notation.place($0.range) }
    keywords = Dictionary(
      arguments.compactMap { argument in
        argument.keyword.map {
          ($0.text, (notation.place($0.range), notation.place(argument.value.range)))
        }
      }
    ) { first, _ in first }
  }

  /// Where the argument at fault stands; the name where that is at fault, or where an argument is
  /// missing.
  func place(of error: ArgumentError) -> Range<Int> {
    switch error.place {
    case nil: return name
    case .position(let index): return index < positional.count ? positional[index] : name
    case .keyword(let keyword):
      guard let argument = keywords[keyword] else { return name }
      if case .unknownKeyword = error.problem { return argument.name }
      return argument.value
    }
  }
}
