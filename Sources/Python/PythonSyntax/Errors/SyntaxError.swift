/// A source that is not Keras notation: what is wrong, and where.
package struct SyntaxError: Error, Hashable, Sendable {
  /// What is wrong.
  package let fact: SyntaxFact
  /// UTF-8 offsets in the source; empty at its end.
  package let range: Range<Int>

  init(_ fact: SyntaxFact, _ range: Range<Int>) {
    self.fact = fact
    self.range = range
  }

  /// The message in English, in CPython's wording where CPython has the same error.
  package var english: String { fact.prose.english }
  /// The message in Portuguese.
  package var portuguese: String { fact.prose.portuguese }
}
