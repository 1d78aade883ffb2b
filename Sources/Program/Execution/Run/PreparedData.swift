internal import Datasets
internal import Networks
internal import RunRecords
internal import Tensors

/// A data set as a `.data` directive prepared it: views of bytes, nothing scaled yet.
struct PreparedData: Sendable {
  var facts: DataFacts
  /// `(height, width, channels)` of the pictures, whatever `reshape` says.
  var pictureShape: Shape
  /// Nil as long as nothing needs the bytes; see ``Session/loadBytes(_:)``.
  var parts: [SplitName: Split]?
  var preparation: Preparation
  /// A hash of the content and of everything that was done to it.
  var key: String
  /// SHA-256 of the whole content as 64 hexadecimal digits.
  var sha256: String
  /// What prepares the parts, and with which seed.
  var source: DataTask
  var seed: UInt64

  /// A part that the plan found to be there.
  func split(_ name: SplitName) -> Split {
    guard let split = parts?[name] else {
      preconditionFailure("PreparedData: part \(name) of \(facts.dataset) was not read")
    }
    return split
  }

  /// One example as a picture.
  func picture(
    _ index: Int, of name: SplitName, caption: String?, isMarked: Bool = false
  ) -> Figure.Panel {
    let count = pictureShape.count
    let pixels = Array(split(name).images[index * count..<(index + 1) * count])
    return .init(
      .picture(
        .init(
          width: pictureShape[1], height: pictureShape[0], channels: pictureShape[2],
          pixels: pixels, caption: caption, isMarked: isMarked)))
  }
}
