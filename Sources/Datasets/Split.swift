public import Tensors
public struct Split: Sendable {
  public let images: [UInt8]
  public let labels: [UInt8]
  public let imageShape: Shape
  public var count: Int { labels.count }
  public init(images: [UInt8], labels: [UInt8], imageShape: Shape) {
    self.images = images
    self.labels = labels
    self.imageShape = imageShape
  }
  public func subset(_ range: Range<Int>) -> Split {
    let n = imageShape.count
    return Split(
      images: Array(images[range.lowerBound * n..<range.upperBound * n]),
      labels: Array(labels[range]), imageShape: imageShape)
  }
}
