public import Tensors

/// A part of a data set: images as bytes and a class number for each.
///
/// A value type whose bytes are shared until somebody changes them: a split of the whole is free.
public struct Split: Sendable {
  /// `[count, …imageShape]`, row-major, one byte a channel.
  public let images: [UInt8]
  /// `[count]`.
  public let labels: [UInt8]
  /// The shape of one image, `(height, width, channels)` or what `reshaped` made of it.
  public let imageShape: Shape

  /// How many images there are.
  public var count: Int { labels.count }

  /// Images of one shape with a class number for each.
  ///
  /// - Precondition: `images` has as many bytes as the labels and the shape say.
  public init(images: [UInt8], labels: [UInt8], imageShape: Shape) {
    precondition(
      images.count == labels.count * imageShape.count,
      "Split: \(images.count) bytes are not \(labels.count) images of shape \(imageShape)")
    self.images = images
    self.labels = labels
    self.imageShape = imageShape
  }

  /// Some of the images in a row; shares memory where it is all of them.
  public func subset(_ range: Range<Int>) -> Split {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "Split.subset: \(range)")
    if range == 0..<count { return self }
    let size = imageShape.count
    return Split(
      images: Array(images[range.lowerBound * size..<range.upperBound * size]),
      labels: Array(labels[range]), imageShape: imageShape)
  }

  /// The first images, or all where there are fewer.
  public func prefix(_ limit: Int) -> Split { subset(0..<min(limit, count)) }

  /// The same bytes seen in another shape.
  public func reshaped(_ shape: Shape) -> Split {
    Split(images: images, labels: labels, imageShape: shape)
  }

  /// The images in an order that depends on the seed alone.
  public func shuffled(seed: UInt64) -> Split {
    let random = RandomStream(seed: seed, stream: 4 << 56)
    let order = random.permutation(count: count)
    let size = imageShape.count
    var images: [UInt8] = []
    images.reserveCapacity(self.images.count)
    for index in order { images += self.images[index * size..<(index + 1) * size] }
    return Split(images: images, labels: order.map { labels[$0] }, imageShape: imageShape)
  }
}
