/// An array of texts: for each element the place of its word in a sorted list.
///
/// Views, reshaping and indexing are those of the places; sorting them sorts the words.
package struct TextArray {
  /// The places of the elements' words.
  package let places: NumericArray
  /// Every word once, in the order of code points.
  let words: [String]
  /// Code points of the longest word that the array was made with, at least 1.
  package let width: Int

  init(places: NumericArray, words: [String], width: Int) {
    (self.places, self.words, self.width) = (places, words, width)
  }

  /// Words in row-major order, as many as the shape holds.
  ///
  /// - Parameter least: the code points that each element has room for at least.
  package init(_ texts: [String], shape: [Int]? = nil, least: Int = 1) throws(ArrayError) {
    let words = Set(texts).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    let place = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
    self.init(
      places: try NumericArray(integers: texts.compactMap { place[$0] }, shape: shape),
      words: words, width: max(words.map(\.unicodeScalars.count).max() ?? 0, least))
  }

  /// The extents of the axes.
  package var shape: [Int] { places.shape }

  /// NumPy's name of the dtype: `<U11`.
  package var dtypeName: String { "<U\(width)" }

  /// The words in row-major order.
  package func texts() -> [String] { places.integers().map { words[$0] } }

  /// The word at a place.
  package func words(at place: Int) -> String { words[place] }

  /// The same words at other places, which come from this array's own.
  package func with(_ places: NumericArray) -> TextArray {
    TextArray(places: places, words: words, width: width)
  }

  /// Where the elements are a text.
  package func equals(_ text: String) throws(ArrayError) -> NumericArray {
    let place = words.firstIndex(of: text) ?? -1
    return try BinaryFunction.equal(.array(places), .python(.int(place)))
  }

  /// Where the elements are those of another array, broadcast.
  package func equals(_ other: TextArray) throws(ArrayError) -> NumericArray {
    let known = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
    let translation = try NumericArray(integers: other.words.map { known[$0] ?? -1 })
    let translated = try translation.taking(other.places, axis: 0)
    return try BinaryFunction.equal(.array(places), .array(translated))
  }
}
