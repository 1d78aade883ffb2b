/// An array of texts: for each element the place of its word in a sorted list.
///
/// Views, reshaping and indexing are those of the places; sorting them sorts the words.
public struct TextArray {
  /// The places of the elements' words.
  public let places: NumericArray
  /// Every word once, in the order of code points.
  let words: [String]
  /// Code points of the longest word that the array was made with, at least 1.
  public let width: Int

  init(places: NumericArray, words: [String], width: Int) {
    (self.places, self.words, self.width) = (places, words, width)
  }

  /// Words in row-major order, as many as the shape holds.
  public init(_ texts: [String], shape: [Int]? = nil) throws(ArrayError) {
    let words = Set(texts).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    let place = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
    self.init(
      places: try NumericArray(integers: texts.compactMap { place[$0] }, shape: shape),
      words: words, width: max(words.map(\.unicodeScalars.count).max() ?? 0, 1))
  }

  /// The extents of the axes.
  public var shape: [Int] { places.shape }

  /// NumPy's name of the dtype: `<U11`.
  public var dtypeName: String { "<U\(width)" }

  /// The words in row-major order.
  public func texts() -> [String] { places.integers().map { words[$0] } }

  /// The word at a place.
  public func words(at place: Int) -> String { words[place] }

  /// The same words at other places, which come from this array's own.
  public func with(_ places: NumericArray) -> TextArray {
    TextArray(places: places, words: words, width: width)
  }

  /// Where the elements are a text.
  public func equals(_ text: String) throws(ArrayError) -> NumericArray {
    let place = words.firstIndex(of: text) ?? -1
    return try BinaryFunction.equal(.array(places), .python(.int(place)))
  }

  /// Where the elements are those of another array, broadcast.
  public func equals(_ other: TextArray) throws(ArrayError) -> NumericArray {
    let known = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
    let translation = try NumericArray(integers: other.words.map { known[$0] ?? -1 })
    let translated = try translation.taking(other.places, axis: 0)
    return try BinaryFunction.equal(.array(places), .array(translated))
  }
}
